package org.csoalliance.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Wraps a data source and keeps the text of every statement that is executed through it. */
final class StatementLog {
  private final List<String> texts = new CopyOnWriteArrayList<>();

  void clear() {
    texts.clear();
  }

  List<String> texts() {
    return List.copyOf(texts);
  }

  DataSource logging(DataSource source) {
    return wrap(DataSource.class, source, null);
  }

  private <T> T wrap(Class<T> type, Object target, String sql) {
    InvocationHandler handler = (proxy, method, arguments) -> call(target, sql, method, arguments);
    return type.cast(
        Proxy.newProxyInstance(
            StatementLog.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Object call(Object target, String sql, Method method, Object[] arguments)
      throws Throwable {
    boolean texted = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
    if (target instanceof Statement && method.getName().startsWith("execute")) {
      texts.add(texted ? (String) arguments[0] : String.valueOf(sql));
    }
    Object answer;
    try {
      answer = method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
    String text = texted ? (String) arguments[0] : null;
    if (answer instanceof Connection connection && target instanceof DataSource) {
      return wrap(Connection.class, connection, null);
    } else if (answer instanceof CallableStatement call) {
      return wrap(CallableStatement.class, call, text);
    } else if (answer instanceof PreparedStatement prepared && target instanceof Connection) {
      return wrap(PreparedStatement.class, prepared, text);
    } else if (answer instanceof Statement statement && target instanceof Connection) {
      return wrap(Statement.class, statement, null);
    }
    return answer;
  }
}

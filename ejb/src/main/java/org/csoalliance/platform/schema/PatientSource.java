package org.csoalliance.platform.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The data source for migrations. Its connections wait for an answer as long as it takes: the pool
 * ends a wait after half a minute, which an index on a large table may well need.
 */
final class PatientSource {
  private PatientSource() {}

  /** The same source, with connections that get the pool's limit back when they are closed. */
  static DataSource of(DataSource source) {
    return (DataSource)
        Proxy.newProxyInstance(
            PatientSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              Object result = call(source, method, arguments);
              return result instanceof Connection connection ? patient(connection) : result;
            });
  }

  private static Connection patient(Connection connection) throws SQLException {
    int limit = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, 0);
    return (Connection)
        Proxy.newProxyInstance(
            PatientSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close") && !connection.isClosed()) {
                connection.setNetworkTimeout(Runnable::run, limit);
              }
              return call(connection, method, arguments);
            });
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}

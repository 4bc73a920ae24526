package org.csoalliance.web.shared;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;

/**
 * Calls the methods of our own beans and records in pages, {@code #{shell.url('/news')}}, as the
 * standard resolver does, which searches all methods of the class at each call; a page makes
 * hundreds. Left to the standard one: methods that share a name and a number of parameters, and
 * those of other packages.
 */
public class MethodELResolver extends ELResolver {
  private record Call(String name, int parameters) {}

  private static final ClassValue<Map<Call, Method>> METHODS =
      new ClassValue<>() {
        @Override
        protected Map<Call, Method> computeValue(Class<?> type) {
          Map<Call, Method> methods = new HashMap<>();
          Map<Call, Integer> named = new HashMap<>();
          for (Method method : type.getMethods()) {
            if (method.isSynthetic()
                || !Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
              continue;
            }
            Call call = new Call(method.getName(), method.getParameterCount());
            named.merge(call, 1, Integer::sum);
            if (!method.isVarArgs()) {
              methods.put(call, method);
            }
          }
          methods.keySet().removeIf(call -> named.get(call) > 1);
          return methods;
        }
      };

  @Override
  public Object invoke(
      ELContext context, Object base, Object name, Class<?>[] types, Object[] given) {
    if (base == null || name == null || types != null) {
      return null;
    }
    Object[] parameters = given == null ? new Object[0] : given;
    Method method = method(base.getClass(), name.toString(), parameters.length);
    if (method == null) {
      return null;
    }
    Object[] values = new Object[parameters.length];
    Class<?>[] wanted = method.getParameterTypes();
    for (int i = 0; i < values.length; i++) {
      values[i] = context.convertToType(parameters[i], wanted[i]);
    }
    try {
      Object value = method.invoke(base, values);
      context.setPropertyResolved(base, name);
      return value;
    } catch (IllegalAccessException failed) {
      throw new ELException(failed);
    } catch (InvocationTargetException failed) {
      throw new ELException(failed.getCause());
    }
  }

  /** The one method of that name and number of parameters, null for the standard resolver. */
  static Method method(Class<?> type, String name, int parameters) {
    return type.getName().startsWith("org.csoalliance.")
        ? METHODS.get(type).get(new Call(name, parameters))
        : null;
  }

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    return null;
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    // properties are those of other resolvers
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    return false;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return null;
  }
}

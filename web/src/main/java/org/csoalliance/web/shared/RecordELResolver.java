package org.csoalliance.web.shared;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

/**
 * Lets pages read the components of a record as they read properties: {@code #{row.title}}. Jakarta
 * EE 11 brings this by itself; on Jakarta EE 10 a record's accessor is only a method.
 */
public class RecordELResolver extends ELResolver {
  private static final ClassValue<java.util.Map<String, Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected java.util.Map<String, Method> computeValue(Class<?> type) {
          java.util.Map<String, Method> accessors = new java.util.HashMap<>();
          for (RecordComponent component : type.getRecordComponents()) {
            accessors.put(component.getName(), component.getAccessor());
          }
          return accessors;
        }
      };

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    Method accessor = accessor(base, property);
    if (accessor == null) {
      return null;
    }
    try {
      Object value = accessor.invoke(base);
      context.setPropertyResolved(base, property);
      return value;
    } catch (IllegalAccessException | InvocationTargetException failed) {
      throw new ELException(failed);
    }
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    Method accessor = accessor(base, property);
    if (accessor == null) {
      return null;
    }
    context.setPropertyResolved(base, property);
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    if (accessor(base, property) != null) {
      throw new PropertyNotWritableException("A record does not change: " + property);
    }
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    boolean ours = accessor(base, property) != null;
    if (ours) {
      context.setPropertyResolved(base, property);
    }
    return ours;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return base instanceof Record ? String.class : null;
  }

  private static Method accessor(Object base, Object property) {
    return base instanceof Record && property != null
        ? ACCESSORS.get(base.getClass()).get(property.toString())
        : null;
  }
}

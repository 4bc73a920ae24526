package org.csoalliance.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Methods of our own beans are called as the standard resolver would call them. */
class MethodELResolverTest {
  private final MethodELResolver resolver = new MethodELResolver();
  private final ELContext context = new Context();

  /** A bean with all that a page may call. */
  public static class Bean {
    /** One of one name and number of parameters. */
    public String greet(String name) {
      return "Hello " + name;
    }

    /** Two of one name and number. */
    public String twice(String text) {
      return text;
    }

    /** Two of one name and number. */
    public String twice(int number) {
      return String.valueOf(number);
    }

    /** Any number of parameters. */
    public String many(String... texts) {
      return String.join(",", texts);
    }

    /** Fails. */
    public void fail() {
      throw new IllegalStateException("on purpose");
    }
  }

  @Test
  void aMethodIsCalledByItsName() {
    assertEquals("Hello you", call(new Bean(), "greet", "you"));
    assertTrue(context.isPropertyResolved());
  }

  @Test
  void whatIsNotClearIsLeftToTheStandardResolver() {
    assertNull(MethodELResolver.method(Bean.class, "twice", 1));
    assertNull(MethodELResolver.method(Bean.class, "many", 1));
    assertNull(MethodELResolver.method(Bean.class, "greet", 2));
    assertNull(MethodELResolver.method(String.class, "concat", 1), "not of ours");
    assertNotNull(MethodELResolver.method(Bean.class, "fail", 0));
    call(List.of(), "size");
    assertFalse(context.isPropertyResolved());
  }

  @Test
  void theCauseOfAFailureIsKept() {
    ELException failed = assertThrows(ELException.class, () -> call(new Bean(), "fail"));
    assertEquals("on purpose", failed.getCause().getMessage());
  }

  private Object call(Object base, String name, Object... parameters) {
    return resolver.invoke(context, base, name, null, parameters);
  }

  private static final class Context extends ELContext {
    @Override
    public ELResolver getELResolver() {
      return null;
    }

    @Override
    public FunctionMapper getFunctionMapper() {
      return null;
    }

    @Override
    public VariableMapper getVariableMapper() {
      return null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T convertToType(Object value, Class<T> type) {
      return (T) value;
    }
  }
}

package org.csoalliance.web.shared;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request and what the server sees of the answer; a call that it does not know fails. */
final class FakeExchange {
  final ByteArrayOutputStream body = new ByteArrayOutputStream();
  final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  String method = "GET";
  String path = "/incidents";
  String accepts = "gzip, deflate, br";
  String encoding = "UTF-8";
  boolean encodingTold;
  int status = 200;
  int flushes;

  private final HttpServletResponse response = proxy(HttpServletResponse.class);
  private final HttpServletRequest request = proxy(HttpServletRequest.class);

  HttpServletRequest request() {
    return request;
  }

  HttpServletResponse response() {
    return response;
  }

  String header(String name) {
    return headers.get(name);
  }

  private <T> T proxy(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, called, given) -> call(self, called.getName(), given)));
  }

  private Object call(Object self, String name, Object[] given) {
    return switch (name) {
      case "equals" -> self == given[0];
      case "hashCode" -> System.identityHashCode(self);
      case "toString" -> "exchange";
      case "getMethod" -> method;
      case "getServletPath" -> path;
      case "isAsyncStarted" -> false;
      case "getHeader" ->
          self == request
              ? given[0].toString().toLowerCase(Locale.ROOT).equals("accept-encoding")
                  ? accepts
                  : null
              : headers.get(given[0].toString());
      case "getStatus" -> status;
      case "getContentType" -> headers.get("Content-Type");
      case "getCharacterEncoding" -> encoding;
      case "getBufferSize" -> 1024;
      case "isCommitted" -> flushes > 0 || body.size() > 8192;
      case "getOutputStream" -> new Body();
      default -> told(name, given);
    };
  }

  private Object told(String name, Object[] given) {
    switch (name) {
      case "setStatus" -> status = (Integer) given[0];
      case "setContentType" -> put("Content-Type", given[0]);
      case "setCharacterEncoding" -> encodingTold = true;
      case "setContentLengthLong" -> put("Content-Length", given[0]);
      case "setHeader", "addHeader" -> put(given[0].toString(), given[1]);
      case "sendRedirect" -> put("Location", given[0]);
      case "sendError" -> {
        status = (Integer) given[0];
        body.reset();
      }
      case "resetBuffer" -> body.reset();
      case "reset" -> {
        body.reset();
        headers.clear();
      }
      case "flushBuffer" -> flushes++;
      default -> throw new AssertionError(name + " is not expected here");
    }
    return null;
  }

  private void put(String name, Object value) {
    if (value != null) {
      headers.put(name, value.toString());
    }
  }

  private final class Body extends ServletOutputStream {
    @Override
    public void write(int one) {
      body.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      body.write(bytes, offset, length);
    }

    @Override
    public void flush() {
      flushes++;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new AssertionError();
    }
  }
}

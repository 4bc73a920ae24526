package org.csoalliance.run;

import com.icegreen.greenmail.user.GreenMailUser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * The page of the mail catcher, and GreenMail's REST interface: the paths and answers of its
 * standalone server (greenmail-openapi.yml), as far as a run needs them. That server itself comes
 * as one jar that carries its own copies of Jakarta libraries, which would stand beside ours.
 */
final class MailApi implements AutoCloseable {
  private final MailCatcher mail;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  MailApi(MailCatcher mail, int port) throws IOException {
    this.mail = mail;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer;
      try {
        answer = answer(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
      } catch (RuntimeException e) {
        answer = Answer.message(500, e.toString());
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type() + "; charset=utf-8");
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange
          .getResponseHeaders()
          .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(String method, String rawPath) {
    String path = rawPath.endsWith("/") ? rawPath.substring(0, rawPath.length() - 1) : rawPath;
    String call = method + " " + path;
    if (call.equals("GET ")) {
      return new Answer(200, "text/html", MailPage.of(mail.mails()));
    } else if (call.equals("GET /api/user")) {
      List<GreenMailUser> users =
          mail.users().stream().sorted(Comparator.comparing(GreenMailUser::getEmail)).toList();
      return Answer.list(users.stream().map(MailApi::json).toList());
    } else if (call.equals("GET /api/service/readiness")) {
      return Answer.message(200, "Service running");
    } else if (call.equals("POST /api/mail/purge")) {
      mail.purge();
      return Answer.message(200, "Purged mails");
    } else if (call.equals("POST /api/service/reset")) {
      mail.purge();
      mail.users().forEach(mail::remove);
      return Answer.message(200, "Performed reset");
    }
    String[] part = path.split("/", -1);
    if (path.startsWith("/api/user/") && part.length <= 6) {
      String name = URLDecoder.decode(part[3].replace("+", "%2B"), StandardCharsets.UTF_8);
      Optional<GreenMailUser> user = mail.user(name);
      if (user.isEmpty()) {
        return Answer.message(400, "User '" + name + "' not found");
      } else if (method.equals("DELETE") && part.length == 4) {
        mail.remove(user.get());
        return Answer.message(200, "User '" + name + "' deleted");
      } else if (method.equals("GET") && part.length >= 5 && part[4].equals("messages")) {
        if (part.length == 6 && !part[5].equals("INBOX")) {
          return Answer.message(
              400, "User '" + name + "' does not have mailbox folder '" + part[5] + "'");
        }
        return Answer.list(
            mail.mailsTo(user.get().getEmail()).stream()
                .sorted(Comparator.comparing(CaughtMail::uid))
                .map(MailApi::json)
                .toList());
      }
    }
    return Answer.message(404, "Not found");
  }

  private static String json(GreenMailUser user) {
    return "{\"login\":" + quote(user.getLogin()) + ",\"email\":" + quote(user.getEmail()) + "}";
  }

  private static String json(CaughtMail each) {
    return "{\"uid\":%s,\"Message-ID\":%s,\"subject\":%s,\"contentType\":%s,\"mimeMessage\":%s}"
        .formatted(
            quote(Long.toString(each.uid())),
            quote(each.messageId()),
            quote(each.subject()),
            quote(each.contentType()),
            quote(each.source()));
  }

  static String quote(String text) {
    return text.chars()
        .mapToObj(
            c ->
                switch (c) {
                  case '"' -> "\\\"";
                  case '\\' -> "\\\\";
                  case '\n' -> "\\n";
                  case '\r' -> "\\r";
                  case '\t' -> "\\t";
                  default -> c < ' ' ? "\\u%04x".formatted(c) : Character.toString((char) c);
                })
        .collect(Collectors.joining("", "\"", "\""));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private record Answer(int status, String type, String body) {
    static Answer message(int status, String text) {
      return new Answer(status, "application/json", "{\"message\":" + quote(text) + "}");
    }

    static Answer list(List<String> items) {
      return new Answer(200, "application/json", "[" + String.join(",", items) + "]");
    }
  }
}

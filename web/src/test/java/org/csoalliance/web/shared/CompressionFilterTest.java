package org.csoalliance.web.shared;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionFilterTest {
  private static final String LONG = "Position 1.25° N, 103.80° E. ".repeat(1000);
  private static final String PAGE = "text/html; charset=UTF-8";

  private final FakeExchange server = new FakeExchange();

  private interface Page {
    void write(HttpServletResponse response) throws IOException, ServletException;
  }

  private void answer(Page page) throws IOException, ServletException {
    new CompressionFilter()
        .doFilter(
            server.request(),
            server.response(),
            (request, response) -> page.write((HttpServletResponse) response));
  }

  private static Page text(String type, String body) {
    return response -> {
      response.setContentType(type);
      response.getWriter().write(body);
    };
  }

  private String unpacked() throws IOException {
    assertEquals("gzip", server.header("Content-Encoding"));
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(server.body.toByteArray()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String plain() {
    assertNull(server.header("Content-Encoding"));
    return server.body.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aPageIsCompressed() throws Exception {
    answer(text(PAGE, LONG));
    assertEquals(LONG, unpacked());
    assertTrue(server.body.size() < LONG.length() / 10);
    assertEquals("Accept-Encoding", server.header("Vary"));
    assertNull(server.header("Content-Length"));
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, true",
    "application/geo+json, true",
    "application/problem+json; charset=UTF-8, true",
    "application/atom+xml, true",
    "image/svg+xml, true",
    "Text/CSV, true",
    "application/pdf, false",
    "image/png, false",
    "font/woff2, false",
    ", false"
  })
  void textsAreCompressedOthersNot(String type, boolean text) throws Exception {
    assertEquals(text, CompressedResponse.isText(type));
    answer(
        response -> {
          response.setContentType(type);
          response.getOutputStream().write(LONG.getBytes(StandardCharsets.UTF_8));
        });
    assertEquals(LONG, text ? unpacked() : plain());
    assertEquals(text ? "Accept-Encoding" : null, server.header("Vary"));
  }

  @Test
  void aShortTextStaysAsItIs() throws Exception {
    answer(text(PAGE, "Not found"));
    assertEquals("Not found", plain());
    assertEquals("Accept-Encoding", server.header("Vary"));
  }

  @Test
  void aReaderWithoutGzipGetsThePlainText() throws Exception {
    server.accepts = "br, gzip;q=0";
    answer(text(PAGE, LONG));
    assertEquals(LONG, plain());
    assertEquals("Accept-Encoding", server.header("Vary"));
  }

  @Test
  void theLengthOfThePlainTextIsNotTold() throws Exception {
    byte[] bytes = LONG.getBytes(StandardCharsets.UTF_8);
    answer(
        response -> {
          response.setContentType("application/json");
          response.setHeader("content-length", Integer.toString(bytes.length));
          response.setContentLength(bytes.length);
          response.getOutputStream().write(bytes);
        });
    assertEquals(LONG, unpacked());
    assertNull(server.header("Content-Length"));
  }

  @Test
  void whatIsNotCompressedKeepsItsLength() throws Exception {
    answer(
        response -> {
          response.setContentType("application/json");
          response.setContentLength(2);
          response.getOutputStream().write(new byte[] {'{', '}'});
          response.flushBuffer();
        });
    assertEquals("{}", plain());
    assertEquals("2", server.header("Content-Length"));
  }

  @Test
  void whatIsCompressedAlreadyIsLeftAlone() throws Exception {
    byte[] packed = LONG.getBytes(StandardCharsets.UTF_8);
    answer(
        response -> {
          response.setContentType("text/css");
          response.setHeader("Content-Encoding", "gzip");
          response.setContentLength(packed.length);
          response.getOutputStream().write(packed);
        });
    assertArrayEquals(packed, server.body.toByteArray());
    assertEquals(Integer.toString(packed.length), server.header("Content-Length"));
  }

  @Test
  void assetsAndQuestionsForTheHeadersAloneAreLeftAlone() throws Exception {
    server.path = "/assets";
    answer(response -> assertEquals(server.response(), response));
    server.path = "/incidents";
    server.method = "HEAD";
    answer(response -> assertEquals(server.response(), response));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void answersWithoutABodyAreLeftAlone(int status) throws Exception {
    answer(
        response -> {
          response.setContentType(PAGE);
          response.setStatus(status);
          response.flushBuffer();
        });
    assertEquals("", plain());
    assertNull(server.header("Vary"));
  }

  @Test
  void aPartIsLeftAlone() throws Exception {
    answer(
        response -> {
          response.setStatus(206);
          text("text/csv", LONG).write(response);
        });
    assertEquals(LONG, plain());
  }

  @Test
  void anEntityTagBecomesAWeakOne() throws Exception {
    answer(
        response -> {
          response.setHeader("ETag", "\"abc\"");
          text(PAGE, LONG).write(response);
        });
    assertEquals("W/\"abc\"", server.header("ETag"));
  }

  @Test
  void aFlushSendsWhatThereIs() throws Exception {
    answer(
        response -> {
          response.setContentType("text/csv; charset=UTF-8");
          ServletOutputStream out = response.getOutputStream();
          out.write("reference,time\n".getBytes(StandardCharsets.UTF_8));
          assertEquals(0, server.body.size());
          assertFalse(response.isCommitted());
          out.flush();
          assertTrue(response.isCommitted());
          assertTrue(server.flushes > 0);
          byte[] sent = new byte[15];
          GZIPInputStream in =
              new GZIPInputStream(new ByteArrayInputStream(server.body.toByteArray()));
          assertEquals(15, in.readNBytes(sent, 0, 15));
          assertEquals("reference,time\n", new String(sent, StandardCharsets.UTF_8));
          out.write(LONG.getBytes(StandardCharsets.UTF_8));
          assertThrows(IllegalStateException.class, response::resetBuffer);
        });
    assertEquals("reference,time\n" + LONG, unpacked());
  }

  @Test
  void theWholeIsSentWhenTheResourceCloses() throws Exception {
    answer(
        response -> {
          response.setContentType("application/geo+json");
          ServletOutputStream out = response.getOutputStream();
          for (int i = 0; i < LONG.length(); i++) {
            out.write('a');
          }
          out.close();
          out.write('b');
        });
    assertEquals("a".repeat(LONG.length()), unpacked());
  }

  @Test
  void anErrorStandsInACleanAnswer() throws Exception {
    answer(
        response -> {
          response.setContentType(PAGE);
          response.getWriter().write("Half a page ".repeat(100));
          response.sendError(409);
          response.getWriter().write(LONG);
        });
    assertEquals("", plain());
    assertEquals(409, server.status);
    assertNull(server.header("Vary"));
  }

  @Test
  void aRedirectStandsInACleanAnswer() throws Exception {
    answer(
        response -> {
          response.setContentType(PAGE);
          response.getWriter().write("Half a page ".repeat(100));
          response.sendRedirect("/sign-in");
        });
    assertEquals("", plain());
    assertEquals("/sign-in", server.header("Location"));
  }

  @Test
  void whatIsTakenBackIsNotSent() throws Exception {
    answer(
        response -> {
          response.setContentType(PAGE);
          PrintWriter writer = response.getWriter();
          writer.write("Half a page ".repeat(600));
          response.resetBuffer();
          writer.write("Instead");
        });
    assertEquals("Instead", plain());
  }

  @Test
  void afterAResetTheStreamMayBeTaken() throws Exception {
    answer(
        response -> {
          text(PAGE, "Half a page").write(response);
          assertThrows(IllegalStateException.class, response::getOutputStream);
          response.reset();
          response.setContentType("application/problem+json");
          response.getOutputStream().write('{');
          assertThrows(IllegalStateException.class, response::getWriter);
        });
    assertEquals("{", plain());
  }

  @Test
  void whatFailsLeavesNothingBehind() {
    assertThrows(
        ServletException.class,
        () ->
            answer(
                response -> {
                  text(PAGE, "Half a page ".repeat(100)).write(response);
                  throw new ServletException("broken");
                }));
    assertEquals("", plain());
    assertNull(server.header("Vary"));
  }

  @Test
  void theWriterNamesItsEncoding() throws Exception {
    server.encoding = "UTF-8";
    answer(text("text/plain", "é"));
    assertEquals("é", plain());
    assertEquals(Boolean.TRUE, server.encodingTold);
  }

  @Test
  void aRequestIsNeverWrapped() throws Exception {
    HttpServletRequest request = server.request();
    new CompressionFilter()
        .doFilter(request, server.response(), (same, response) -> assertEquals(request, same));
  }
}

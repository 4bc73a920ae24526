package org.csoalliance.web.shared;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * A response whose body is compressed on its way when that is worth it: a text of at least {@link
 * CompressedStream#LEAST} bytes, for a reader that takes gzip, with no encoding of its own. Until
 * the first bytes leave, everything can still be taken back: neither the header nor a byte has
 * reached the response of the server then, so that an error page stands in a clean answer.
 */
final class CompressedResponse extends HttpServletResponseWrapper implements AutoCloseable {
  private static final String LENGTH = "Content-Length";

  private final boolean accepted;
  private CompressedStream stream;
  private boolean streamTaken;
  private PrintWriter writer;
  private long announced = -1;
  private boolean elsewhere;

  /**
   * @param accepted whether the reader takes gzip
   */
  CompressedResponse(HttpServletResponse response, boolean accepted) {
    super(response);
    this.accepted = accepted;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    if (writer != null) {
      throw new IllegalStateException("The writer is in use.");
    }
    streamTaken = true;
    return stream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (streamTaken) {
      throw new IllegalStateException("The stream is in use.");
    }
    if (writer == null) {
      // names the encoding in the content type, as the server's own writer does
      setCharacterEncoding(getCharacterEncoding());
      writer = new PrintWriter(new OutputStreamWriter(stream(), getCharacterEncoding()));
    }
    return writer;
  }

  private CompressedStream stream() {
    if (stream == null) {
      stream = new CompressedStream(this);
      if (elsewhere) {
        stream.release();
      }
    }
    return stream;
  }

  @Override
  public boolean isCommitted() {
    return super.isCommitted() || (stream != null && stream.begun());
  }

  @Override
  public void flushBuffer() throws IOException {
    if (writer != null) {
      writer.flush();
    } else if (!elsewhere) {
      stream().flush();
    }
    super.flushBuffer();
  }

  @Override
  public void resetBuffer() {
    takeBack();
    super.resetBuffer();
    drop();
  }

  @Override
  public void reset() {
    takeBack();
    super.reset();
    drop();
    stream = null;
    streamTaken = false;
    writer = null;
    announced = -1;
  }

  @Override
  public void sendError(int status) throws IOException {
    leave();
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    leave();
    super.sendError(status, message);
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    leave();
    super.sendRedirect(location);
  }

  /** From here on the server writes the answer. */
  private void leave() {
    takeBack();
    drop();
    elsewhere = true;
    stream().release();
  }

  private void takeBack() {
    if (isCommitted()) {
      throw new IllegalStateException("The answer is on its way.");
    }
  }

  private void drop() {
    if (stream != null) {
      stream.discard(writer);
    }
  }

  @Override
  public void setContentLength(int length) {
    announced = length;
  }

  @Override
  public void setContentLengthLong(long length) {
    announced = length;
  }

  @Override
  public void setHeader(String name, String value) {
    if (name.equalsIgnoreCase(LENGTH)) {
      announced = value == null ? -1 : Long.parseLong(value.strip());
    } else {
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (name.equalsIgnoreCase(LENGTH)) {
      setHeader(name, value);
    } else {
      super.addHeader(name, value);
    }
  }

  @Override
  public void setIntHeader(String name, int value) {
    if (name.equalsIgnoreCase(LENGTH)) {
      announced = value;
    } else {
      super.setIntHeader(name, value);
    }
  }

  @Override
  public void addIntHeader(String name, int value) {
    if (name.equalsIgnoreCase(LENGTH)) {
      announced = value;
    } else {
      super.addIntHeader(name, value);
    }
  }

  /**
   * Writes the headers of the body that begins now; for {@link CompressedStream}.
   *
   * @param enough whether the body is, or may become, long enough
   * @return whether it has to be compressed
   */
  boolean begin(boolean enough) {
    if (super.isCommitted()) {
      return false;
    }
    boolean text = transformable() && isText(getContentType());
    if (text) {
      super.addHeader("Vary", "Accept-Encoding");
    }
    boolean compress =
        text && accepted && enough && (announced < 0 || announced >= CompressedStream.LEAST);
    if (compress) {
      super.setHeader("Content-Encoding", "gzip");
      String tag = getHeader("ETag");
      if (tag != null && !tag.startsWith("W/")) {
        super.setHeader("ETag", "W/" + tag);
      }
    } else if (announced >= 0) {
      super.setContentLengthLong(announced);
    }
    return compress;
  }

  /** The stream of the server; for {@link CompressedStream}. */
  ServletOutputStream server() throws IOException {
    return super.getOutputStream();
  }

  private boolean transformable() {
    int status = getStatus();
    String cache = getHeader("Cache-Control");
    return status >= 200
        && status != SC_NO_CONTENT
        && status != SC_PARTIAL_CONTENT
        && status != SC_NOT_MODIFIED
        && getHeader("Content-Encoding") == null
        && (cache == null || !cache.contains("no-transform"));
  }

  /** Whether a content type is of the kind that compression makes smaller. */
  static boolean isText(String type) {
    if (type == null) {
      return false;
    }
    String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return bare.startsWith("text/")
        || bare.endsWith("+json")
        || bare.endsWith("+xml")
        || bare.equals("application/json")
        || bare.equals("application/xml")
        || bare.equals("application/javascript");
  }

  /** Writes what is still held, once the page or the resource is through. */
  void finish() throws IOException {
    if (elsewhere) {
      return;
    }
    if (writer != null) {
      stream.settle(writer);
    }
    if (stream != null) {
      stream.finish();
    } else if (announced >= 0 && !super.isCommitted()) {
      super.setContentLengthLong(announced);
    }
  }

  /** Gives back the memory of the compression, whatever happened. */
  @Override
  public void close() {
    if (stream != null) {
      stream.release();
    }
  }
}

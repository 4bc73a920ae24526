package org.csoalliance.web.shared;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.zip.GZIPOutputStream;

/**
 * The body of a {@link CompressedResponse}. It is held back until it outgrows the buffer, is
 * flushed, or ends; then the response decides whether it goes on compressed or as it is.
 */
final class CompressedStream extends ServletOutputStream {
  /** Bytes below which the frame of gzip costs more than it spares. */
  static final int LEAST = 512;

  private static final int BUFFER = 8 * 1024;

  private final CompressedResponse response;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private final int most;
  private OutputStream target;
  private Packed packed;
  private boolean quiet;
  private boolean ended;

  CompressedStream(CompressedResponse response) {
    this.response = response;
    this.most = Math.max(BUFFER, response.getBufferSize());
  }

  /** Whether the first bytes have left, so that nothing can be taken back. */
  boolean begun() {
    return target != null;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (ended) {
      return;
    }
    if (target == null && held.size() + length > most) {
      begin(true);
    }
    if (target == null) {
      held.write(bytes, offset, length);
    } else {
      target.write(bytes, offset, length);
    }
  }

  /** What was written reaches the reader now, also in the middle of a compressed body. */
  @Override
  public void flush() throws IOException {
    if (quiet || ended) {
      return;
    }
    begin(true);
    target.flush();
  }

  @Override
  public void close() throws IOException {
    finish();
  }

  private void begin(boolean enough) throws IOException {
    if (target != null) {
      return;
    }
    boolean compress = response.begin(enough);
    ServletOutputStream server = response.server();
    if (compress) {
      packed = new Packed(server);
    }
    target = compress ? packed : server;
    held.writeTo(target);
    held.reset();
  }

  /** Takes what the writer still holds, without sending it. */
  void settle(PrintWriter writer) {
    quiet = true;
    writer.flush();
    quiet = false;
  }

  /** Forgets what has not left yet; also what the writer, which may be null, holds. */
  void discard(PrintWriter writer) {
    boolean before = ended;
    ended = true;
    if (writer != null) {
      writer.flush();
    }
    ended = before;
    held.reset();
  }

  /** Sends the rest. What is written later is dropped. */
  void finish() throws IOException {
    if (ended) {
      return;
    }
    begin(held.size() >= LEAST);
    ended = true;
    if (packed != null) {
      packed.finish();
    }
  }

  /** Ends the compression without sending anything. */
  void release() {
    ended = true;
    if (packed != null) {
      packed.release();
    }
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    throw new IllegalStateException("Answers are written without listeners here.");
  }

  /** A flush of it sends all that was written before. */
  private static final class Packed extends GZIPOutputStream {
    Packed(OutputStream out) throws IOException {
      super(out, LEAST, true);
    }

    /** Frees what the compressor holds outside of the heap. */
    void release() {
      def.end();
    }
  }
}

package org.csoalliance.it.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server that takes everything and keeps nothing but how many there were, and when. */
final class MailSink implements AutoCloseable {
  private static final byte[] END = "\r\n.\r\n".getBytes(US_ASCII);

  private final ServerSocket server = new ServerSocket();
  private final AtomicLong taken = new AtomicLong();
  private volatile long first;
  private volatile long last;
  private volatile byte[] sample = {};

  MailSink(int port) throws IOException {
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
    start(this::serve);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "mail sink");
    thread.setDaemon(true);
    thread.start();
  }

  /** Counts from none again. */
  void reset() {
    taken.set(0);
  }

  long taken() {
    return taken.get();
  }

  /** Mails a second between the first and the last one. */
  double rate() {
    return (taken.get() - 1) / ((last - first) / 1e9);
  }

  /** The newest mail as it came, its end included. */
  byte[] sample() {
    return sample;
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        start(() -> talk(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        OutputStream out = socket.getOutputStream()) {
      socket.setTcpNoDelay(true);
      say(out, "220 sink");
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        String verb = line.substring(0, Math.min(4, line.length()));
        if ("QUIT".equals(verb)) {
          say(out, "221 Bye");
          return;
        }
        if ("DATA".equals(verb)) {
          say(out, "354 Go on");
          take(in);
        }
        say(out, "250 OK");
      }
    } catch (IOException gone) {
      // who was cut off comes again
    }
  }

  private void take(InputStream in) throws IOException {
    ByteArrayOutputStream mail = taken.get() == 0 ? new ByteArrayOutputStream() : null;
    int matched = 0;
    while (matched < END.length) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("Cut off");
      }
      matched = next == END[matched] ? matched + 1 : next == '\r' ? 1 : 0;
      if (mail != null) {
        mail.write(next);
      }
    }
    last = System.nanoTime();
    if (taken.incrementAndGet() == 1) {
      first = last;
    }
    if (mail != null) {
      sample = mail.toByteArray();
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(US_ASCII));
  }

  /** Sends the mail so many times over a connection, one after the other, as fast as it goes. */
  static void feed(int port, byte[] mail, long times) throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream()) {
      socket.setTcpNoDelay(true);
      line(in);
      ask(in, out, "EHLO bench.example");
      for (long n = 0; n < times; n++) {
        ask(in, out, "MAIL FROM:<alliance@bench.example>");
        ask(in, out, "RCPT TO:<reader" + n + "@bench.example>");
        ask(in, out, "DATA");
        out.write(mail);
        line(in);
      }
      ask(in, out, "QUIT");
    }
  }

  private static void ask(InputStream in, OutputStream out, String line) throws IOException {
    say(out, line);
    line(in);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

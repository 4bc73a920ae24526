package org.csoalliance.platform.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/** Speaks as clamd does on a free port of this machine: finds whatever holds the word MALWARE. */
public final class FakeClamd implements AutoCloseable {
  private final ServerSocket server;
  private volatile String always;

  /** Starts it. */
  public FakeClamd() {
    try {
      server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Thread thread = new Thread(this::serve, "fake-clamd");
    thread.setDaemon(true);
    thread.start();
  }

  /** Where it listens. */
  public int port() {
    return server.getLocalPort();
  }

  /** A scanner that asks it. */
  public MalwareScanner scanner() {
    return scanner(port());
  }

  /** A scanner that asks at a port. */
  public static MalwareScanner scanner(int port) {
    return new ClamdScanner(
        Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)),
        Duration.ofSeconds(10));
  }

  /** A scanner of a deployment that has none. */
  public static MalwareScanner none() {
    return new ClamdScanner(Optional.empty(), Duration.ofSeconds(1));
  }

  /** Answers this to everything; null: as clamd does. */
  public void answer(String words) {
    always = words;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept();
          DataInputStream in = new DataInputStream(socket.getInputStream())) {
        byte[] command = in.readNBytes(10);
        if (!"zINSTREAM\0".equals(new String(command, US_ASCII))) {
          continue;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
          content.writeBytes(in.readNBytes(length));
        }
        String verdict =
            content.toString(UTF_8).contains("MALWARE")
                ? "stream: Win.Test.MALWARE-1 FOUND"
                : "stream: OK";
        socket
            .getOutputStream()
            .write(((always == null ? verdict : always) + "\0").getBytes(UTF_8));
      } catch (IOException closed) {
        // the next one, or the end
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

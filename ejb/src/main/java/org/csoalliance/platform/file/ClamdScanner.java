package org.csoalliance.platform.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.platform.text.PlainText;

/**
 * Asks clamd by its INSTREAM command (man clamd): over TCP, {@code alliance.clamd.host} and {@code
 * alliance.clamd.port}, or over a Unix socket, {@code alliance.clamd.socket}. Each wait ends after
 * 60 seconds without a byte.
 */
@ApplicationScoped
public class ClamdScanner implements MalwareScanner {
  private static final int CHUNK = 64 * 1024;
  private static final int MOST_ANSWER = 4096;

  private final Optional<SocketAddress> address;
  private final Duration patience;

  /** For the container's proxy. */
  protected ClamdScanner() {
    this.address = Optional.empty();
    this.patience = Duration.ZERO;
  }

  /** Reads where clamd listens. */
  @Inject
  public ClamdScanner(Settings settings) {
    this(address(settings), Duration.ofSeconds(60));
  }

  /** For tests. */
  ClamdScanner(Optional<SocketAddress> address, Duration patience) {
    this.address = address;
    this.patience = patience;
  }

  private static Optional<SocketAddress> address(Settings settings) {
    Optional<SocketAddress> socket =
        settings.text("alliance.clamd.socket").map(UnixDomainSocketAddress::of);
    return socket.isPresent()
        ? socket
        : settings
            .text("alliance.clamd.host")
            .map(
                host ->
                    InetSocketAddress.createUnresolved(
                        host, settings.number("alliance.clamd.port", 3310, 1, 65_535)));
  }

  @Override
  public boolean configured() {
    return address.isPresent();
  }

  @Override
  public String scan(byte[] content) throws IOException {
    SocketAddress to = resolved(address.orElseThrow(() -> new IOException("No clamd is set")));
    boolean unix = to instanceof UnixDomainSocketAddress;
    try (SocketChannel channel =
            unix ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
        Selector selector = Selector.open()) {
      channel.configureBlocking(false);
      if (!channel.connect(to)) {
        channel.register(selector, SelectionKey.OP_CONNECT);
        await(selector);
        channel.finishConnect();
      }
      send(channel, selector, ByteBuffer.wrap("zINSTREAM\0".getBytes(US_ASCII)));
      for (int at = 0; at < content.length; at += CHUNK) {
        int length = Math.min(CHUNK, content.length - at);
        send(channel, selector, ByteBuffer.allocate(4).putInt(length).flip());
        send(channel, selector, ByteBuffer.wrap(content, at, length));
      }
      send(channel, selector, ByteBuffer.allocate(4).putInt(0).flip());
      return verdict(answer(channel, selector));
    }
  }

  private static SocketAddress resolved(SocketAddress address) throws IOException {
    if (address instanceof InetSocketAddress named && named.isUnresolved()) {
      InetSocketAddress found = new InetSocketAddress(named.getHostString(), named.getPort());
      if (found.isUnresolved()) {
        throw new IOException("The host of clamd is not known");
      }
      return found;
    }
    return address;
  }

  private static String verdict(String answer) throws IOException {
    if (answer.equals("stream: OK")) {
      return null;
    }
    if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
      return PlainText.line(answer.substring(8, answer.length() - 6), 200);
    }
    throw new IOException("clamd answered: " + PlainText.line(answer, 200));
  }

  private void send(SocketChannel channel, Selector selector, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.write(bytes) == 0) {
        channel.register(selector, SelectionKey.OP_WRITE);
        await(selector);
      }
    }
  }

  private String answer(SocketChannel channel, Selector selector) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    ByteBuffer bytes = ByteBuffer.allocate(512);
    channel.register(selector, SelectionKey.OP_READ);
    while (answer.size() < MOST_ANSWER) {
      int n = channel.read(bytes);
      if (n == 0) {
        await(selector);
        continue;
      }
      if (n < 0) {
        break;
      }
      bytes.flip();
      while (bytes.hasRemaining()) {
        byte one = bytes.get();
        if (one == 0) {
          return answer.toString(UTF_8).strip();
        }
        answer.write(one);
      }
      bytes.clear();
    }
    throw new IOException("clamd broke off");
  }

  private void await(Selector selector) throws IOException {
    int ready = selector.select(patience.toMillis());
    selector.selectedKeys().clear();
    if (ready == 0) {
      throw new InterruptedIOException("clamd did not answer in time");
    }
  }
}

package org.csoalliance.platform.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Plain sockets that send each line at once (TCP_NODELAY). SMTP is a talk of short lines: with
 * Nagle's algorithm (RFC 896) a line waits for the other side's delayed acknowledgement, some 40 ms
 * in every mail.
 */
final class PromptSockets extends SocketFactory {
  private final SocketFactory plain = SocketFactory.getDefault();
  private final ThreadLocal<Socket> made = new ThreadLocal<>();

  /** The socket that this thread has got; null: none. */
  Socket made() {
    return made.get();
  }

  /** The thread is the server's, and keeps nothing of ours. */
  void forget() {
    made.remove();
  }

  @Override
  public Socket createSocket() throws IOException {
    return prompt(plain.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return prompt(plain.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return prompt(plain.createSocket(host, port, local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return prompt(plain.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return prompt(plain.createSocket(host, port, local, localPort));
  }

  private Socket prompt(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    made.set(socket);
    return socket;
  }
}

package org.csoalliance.platform.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;

/**
 * The few lines of SMTP that a finished mail takes (RFC 5321, 3.3), over a connection that Jakarta
 * Mail has opened and closes: to walk through each mail's bytes again, as its transport does, took
 * longer than all the rest. Between two mails nothing is under way, so either may send the next.
 *
 * <p>Reading is limited by the socket. Writing is not, so a mail has to fit into the buffer of the
 * socket, which is empty when the server has answered: then no write waits for the server.
 */
final class SmtpTalk {
  private static final int BUFFER = 1 << 17;
  private static final int LONGEST_ANSWER = 4_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final int most;
  private boolean broken;

  SmtpTalk(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSendBufferSize(BUFFER);
    this.most = socket.getSendBufferSize() / 2;
    this.in = new BufferedInputStream(socket.getInputStream(), 512);
    this.out = socket.getOutputStream();
  }

  /** Whether this mail can be sent so; else it is a case for Jakarta Mail. */
  boolean takes(String from, String to, byte[] mail) {
    return mail.length < most && MailAddress.plain(from) && MailAddress.plain(to);
  }

  /**
   * Hands one mail over.
   *
   * @param mail whole lines of ASCII, of which the last is a dot and no other begins with one
   */
  void send(String from, String to, byte[] mail) throws MessagingException {
    try {
      expect(250, ask("MAIL FROM:<" + from + ">\r\n"));
      String answer = ask("RCPT TO:<" + to + ">\r\n");
      if (code(answer) / 10 != 25) { // 251: it is passed on
        refused(answer, to);
      }
      expect(354, ask("DATA\r\n"));
      out.write(mail);
      expect(250, answer());
    } catch (IOException lost) {
      broken = true;
      throw new MessagingException("The mail server does not answer", lost);
    }
  }

  /** Whether it can go on after a failure. */
  boolean usable() {
    return !broken && !socket.isClosed();
  }

  private void refused(String answer, String to) throws MessagingException, IOException {
    startAnew(answer);
    Address[] address = {new InternetAddress(to)};
    boolean later = code(answer) / 100 == 4 || code(answer) == 552; // RFC 5321, 4.5.3.1.10
    throw new SendFailedException(
        answer,
        null,
        new Address[0],
        later ? address : new Address[0],
        later ? new Address[0] : address);
  }

  private void expect(int code, String answer) throws MessagingException, IOException {
    if (code(answer) != code) {
      startAnew(answer);
      throw new MessagingException(answer);
    }
  }

  private void startAnew(String answer) throws IOException {
    broken = code(answer) == 421 || code(ask("RSET\r\n")) != 250;
  }

  private String ask(String line) throws IOException {
    out.write(line.getBytes(US_ASCII));
    return answer();
  }

  /** The last line of an answer, which has the code that counts. */
  private String answer() throws IOException {
    String line = line();
    while (line.length() > 3 && line.charAt(3) == '-') {
      line = line();
    }
    return line;
  }

  private String line() throws IOException {
    byte[] line = new byte[128];
    int length = 0;
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || length >= LONGEST_ANSWER) {
        throw new IOException("The mail server hung up");
      }
      if (next != '\r') {
        if (length == line.length) {
          line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = (byte) next;
      }
    }
    return new String(line, 0, length, ISO_8859_1);
  }

  private static int code(String answer) {
    int code = 0;
    for (int i = 0; i < 3; i++) {
      int digit = i < answer.length() ? answer.charAt(i) - '0' : -1;
      if (digit < 0 || digit > 9) {
        return 0;
      }
      code = 10 * code + digit;
    }
    return code;
  }
}

package org.csoalliance.platform.mail;

import jakarta.mail.MessagingException;

/** The mail server, as the dispatcher sees it. */
public interface MailTransport {
  /**
   * Connects to the mail server.
   *
   * @throws MessagingException when it cannot be reached or does not let us in
   */
  Delivery connect() throws MessagingException;

  /** An open connection; used by one thread, for several mails. */
  interface Delivery extends AutoCloseable {
    /**
     * Hands one mail over. When this returns, the server has it.
     *
     * @throws MessagingException when the server did not take it; a {@link
     *     jakarta.mail.SendFailedException} with invalid addresses when it refused the recipient
     */
    void send(OutboxMail mail) throws MessagingException;

    /** Whether the server still listens after a failure. */
    boolean usable();

    /** Says goodbye; never throws. */
    @Override
    void close();
  }
}

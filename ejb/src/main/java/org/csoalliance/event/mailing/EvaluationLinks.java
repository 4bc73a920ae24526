package org.csoalliance.event.mailing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.csoalliance.platform.mail.MailListRepository;
import org.csoalliance.platform.security.SignedLink;
import org.csoalliance.platform.settings.Settings;

/** The signed address by which somebody who was there answers, with an account or without. */
@Dependent
public class EvaluationLinks {
  private static final String USE = "evaluation";

  private MailListRepository lists;
  private Settings settings;

  /** For CDI. */
  protected EvaluationLinks() {}

  /** Signs with the secret of mails. */
  @Inject
  public EvaluationLinks(MailListRepository lists, Settings settings) {
    this.lists = lists;
    this.settings = settings;
  }

  /** Where links begin. */
  String base() {
    return settings.baseUrl();
  }

  /** Signs many by one statement. */
  SignedLink signer() {
    return lists.links();
  }

  /** The address for a registration. */
  String address(SignedLink signer, long registration) {
    return base() + "/evaluate?t=" + signer.of(USE, Long.toString(registration));
  }

  /** The token of {@link #address}. */
  public String token(long registration) {
    return signer().of(USE, Long.toString(registration));
  }

  /** The registration that a token is for; empty when we did not sign it. */
  public Optional<Long> registration(String token) {
    return lists.links().read(USE, token).filter(n -> n.matches("[0-9]{1,18}")).map(Long::valueOf);
  }
}

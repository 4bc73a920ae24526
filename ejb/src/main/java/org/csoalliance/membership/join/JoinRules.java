package org.csoalliance.membership.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.legal.LegalDocument;

/**
 * What an application needs, and how far it has come. The proofs that are asked for are those of
 * the domain's vetting: one of the person and one of the company; of an alternate the letter alone.
 */
public final class JoinRules {
  /** The version of the code of conduct that is shown now. */
  public static final String CODE_VERSION = LegalDocument.CONDUCT.current();

  /** The version of the privacy notice that is shown now. */
  public static final String PRIVACY_VERSION = LegalDocument.PRIVACY.current();

  private JoinRules() {}

  /** Whether a step is done; a step that may be left out is done once something stands there. */
  static boolean done(
      Step step,
      Application of,
      List<ApplicationShip> ships,
      Set<ProofKind> proofs,
      List<Voucher> vouchers) {
    return switch (step) {
      case YOU -> of.name() != null;
      case COMPANY -> of.companyImo() != null;
      case SHIPS -> !ships.isEmpty();
      case PROOFS -> missing(of.role(), proofs).isEmpty();
      case VOUCHERS -> !vouchers.isEmpty() || accepted(of);
      case RULES -> accepted(of);
      case CHECK -> of.course().state() != ApplicationState.DRAFT;
    };
  }

  private static boolean accepted(Application of) {
    return CODE_VERSION.equals(of.codeVersion()) && PRIVACY_VERSION.equals(of.privacyVersion());
  }

  /** The proofs that are still missing, a sentence without its full stop for each. */
  static List<String> missing(Capacity role, Set<ProofKind> has) {
    List<String> missing = new ArrayList<>();
    if (role == Capacity.ALTERNATE) {
      if (!has.contains(ProofKind.DESIGNATION)) {
        missing.add("The letter of designation is missing");
      }
      return missing;
    }
    if (!has.contains(ProofKind.DESIGNATION) && !has.contains(ProofKind.FLAG)) {
      missing.add(
          "A proof of you is missing: the letter of designation or the flag State’s"
              + " declaration");
    }
    if (!has.contains(ProofKind.DOC) && !has.contains(ProofKind.CSR)) {
      missing.add(
          "A proof of the company is missing: the document of compliance or a continuous"
              + " synopsis record");
    }
    return missing;
  }

  static Set<ProofKind> kinds(List<Proof> proofs) {
    return proofs.stream().filter(Proof::kept).map(Proof::kind).collect(Collectors.toSet());
  }

  /** Whether an address belongs to a domain or to one below it. */
  static boolean ofDomain(String email, String domain) {
    String host = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return domain != null && (host.equals(domain) || host.endsWith("." + domain));
  }
}

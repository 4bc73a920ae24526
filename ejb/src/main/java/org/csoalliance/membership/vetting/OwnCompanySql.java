package org.csoalliance.membership.vetting;

/**
 * Which applications an officer may see at all: never one's own, never one of the company served
 * (the same company, the same IMO company number), never one whose mail comes from the domain of
 * one's own address. Queue, page, proofs and decisions take the same condition, so that what may
 * not be decided is not found either.
 */
final class OwnCompanySql {
  /**
   * Who asks, to stand first in a statement. Parameters: domains that say nothing of a company,
   * parted by blanks; the officer's account.
   */
  static final String ME =
      "with me as (select a.id, a.email_key, a.company_id, c.imo_number, c.mail_domain,"
          + " nullif(case when split_part(a.email_key, '@', 2) = any(string_to_array(?, ' '))"
          + " then '' else split_part(a.email_key, '@', 2) end, '') as domain"
          + " from account a left join company c on c.id = a.company_id where a.id = ?) ";

  /** The condition on the application {@code ap}. */
  static final String OF_OTHERS =
      " ap.state not in ('DRAFT', 'WITHDRAWN') and ap.reference is not null"
          + " and exists (select 1 from me) and not exists (select 1 from me where"
          + " ap.account_id = me.id or ap.email_key = me.email_key"
          + " or ap.company_imo = me.imo_number"
          + " or exists (select 1 from application_voucher v where v.application_id = ap.id"
          + " and (v.account_id = me.id or v.email_key = me.email_key))"
          + " or exists (select 1 from account x where x.id = ap.account_id"
          + " and x.company_id = me.company_id)"
          + " or exists (select 1 from company k where k.imo_number = ap.company_imo"
          + " and (k.id = me.company_id or "
          + same("k.mail_domain", "me.domain")
          + ")) or "
          + same("split_part(ap.email_key, '@', 2)", "me.domain")
          + " or "
          + same("split_part(ap.email_key, '@', 2)", "me.mail_domain")
          + " or "
          + same("ap.mail_domain", "me.domain")
          + ") ";

  private OwnCompanySql() {}

  /** One domain, or one below the other. */
  private static String same(String one, String other) {
    return "("
        + one
        + " = "
        + other
        + " or "
        + one
        + " like '%.' || "
        + other
        + " or "
        + other
        + " like '%.' || "
        + one
        + ")";
  }
}

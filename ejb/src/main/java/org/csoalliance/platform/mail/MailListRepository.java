package org.csoalliance.platform.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.csoalliance.platform.security.SignedLink;
import org.csoalliance.platform.sql.Rows;

/** Who wants no mails of a list, and the secret of the links in mails. */
@Dependent
public class MailListRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public MailListRepository() {}

  /** For tests. */
  public MailListRepository(EntityManager em) {
    this.em = em;
  }

  /** Signs and reads the links in mails. */
  public SignedLink links() {
    return new SignedLink(
        Rows.list(
                connection(),
                "select secret from signing_key where purpose = ?",
                row -> row.getBytes(1),
                "mail")
            .get(0));
  }

  /** Those of the accounts who want no mails of the list. */
  Set<Long> stopped(MailList list, Collection<Long> accounts) {
    if (accounts.isEmpty()) {
      return Set.of();
    }
    String ids = accounts.stream().map(String::valueOf).collect(Collectors.joining(","));
    return Set.copyOf(
        Rows.list(
            connection(),
            "select account_id from mail_stop where list = ?"
                + " and account_id = any (string_to_array(?, ',')::bigint[])",
            row -> row.getLong(1),
            list,
            ids));
  }

  /** The lists that the account has stopped. */
  Set<MailList> stopped(long account) {
    return Rows.list(
            connection(),
            "select list from mail_stop where account_id = ?",
            row -> MailList.valueOf(row.getString(1)),
            account)
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Stops the list; false when it was stopped before, or there is no such account. */
  boolean stop(long account, MailList list, boolean byLink, Instant now) {
    return Rows.change(
            connection(),
            "insert into mail_stop (account_id, list, stopped_at, by_link)"
                + " select a.id, ?, ?, ? from account a where a.id = ?"
                + " on conflict do nothing",
            List.of(list, now, byLink, account))
        == 1;
  }

  /** Starts the list again; false when it was not stopped. */
  boolean start(long account, MailList list) {
    return Rows.change(
            connection(),
            "delete from mail_stop where account_id = ? and list = ?",
            List.of(account, list))
        == 1;
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}

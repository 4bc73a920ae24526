package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.csoalliance.platform.sql.Rows;

/** Writes new registrations, however many in a few statements. */
@Dependent
public class ArrivalRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public ArrivalRepository() {}

  /** Writes through the given entity manager. */
  public ArrivalRepository(EntityManager em) {
    this.em = em;
  }

  /**
   * Keeps new registrations, numbered in their order, in two statements however many there are.
   *
   * @return without those whose address, or form, is registered already
   */
  List<Row> add(long eventId, List<Newcomer> newcomers, Instant now) {
    Map<String, Newcomer> byKey = new HashMap<>();
    newcomers.forEach(one -> byKey.putIfAbsent(one.key(), one));
    List<Row> added =
        Rows.list(
            connection(),
            "insert into registration as r (event_id, category_id, mode, account_id, by_id,"
                + " company_id, name, mail, mail_key, company, state, joined_at, submission_key,"
                + " guest, consent_at, code_id, together, price, currency, created_at, updated_at)"
                + " select ?, n.category, n.mode, n.account, n.by_id, n.company_id, n.name, n.mail,"
                + " lower(n.mail), n.company, n.state, ?, n.submission, n.guest, case when"
                + " n.consent then cast(? as timestamptz) end, n.code, n.together, coalesce(c.price,"
                + " 0), coalesce(c.currency, 'EUR'), ?, ? from unnest(cast(? as bigint[]), ?,"
                + " cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), ?, ?, ?, ?,"
                + " cast(? as uuid[]), cast(? as boolean[]), cast(? as boolean[]),"
                + " cast(? as bigint[]), cast(? as uuid[])) with ordinality as n (category, mode,"
                + " account, by_id, company_id, name, mail, company, state, submission, guest,"
                + " consent, code, together, place) left join event_category c on c.quota_id ="
                + " n.category order by n.place on conflict do nothing returning "
                + RegistrationRepository.COLUMNS,
            Arrays.asList(
                eventId,
                now,
                now,
                now,
                now,
                column(newcomers, one -> one.choice().category()),
                column(newcomers, one -> one.choice().mode().name()),
                column(newcomers, one -> one.person().accountId()),
                column(newcomers, one -> one.by().accountId()),
                column(newcomers, one -> one.person().companyId()),
                column(newcomers, one -> one.person().name()),
                column(newcomers, one -> one.person().mail()),
                column(newcomers, one -> one.person().company()),
                column(newcomers, one -> one.state().name()),
                column(newcomers, one -> one.choice().submissionKey()),
                column(newcomers, one -> one.choice().guest()),
                column(newcomers, one -> one.choice().consent()),
                column(newcomers, one -> one.choice().codeId()),
                column(newcomers, one -> one.choice().together())),
            row -> {
              Row made = RegistrationRepository.row(row);
              return made.choosing(
                  byKey.get(RegistrationEngine.key(made.mail())).choice().sessions());
            });
    sessions(added);
    return added;
  }

  private void sessions(List<Row> rows) {
    List<Long> ids = new ArrayList<>();
    List<Long> sessions = new ArrayList<>();
    for (Row row : rows) {
      ids.addAll(Collections.nCopies(row.sessions().size(), row.id()));
      sessions.addAll(row.sessions());
    }
    sessions(ids, sessions);
  }

  /** Writes which sessions were chosen, for each number of a registration one. */
  void sessions(List<Long> ids, List<Long> sessions) {
    if (!ids.isEmpty()) {
      Rows.change(
          connection(),
          "insert into registration_session (registration_id, quota_id) select * from"
              + " unnest(cast(? as bigint[]), cast(? as bigint[])) on conflict do nothing",
          column(ids, id -> id),
          column(sessions, id -> id));
    }
  }

  /** Writes the first step of the history of many. */
  void note(List<Arrivals.Arrival> arrived, Instant now) {
    Rows.change(
        connection(),
        "insert into registration_change (registration_id, at, what, reason, actor_id, actor_name)"
            + " select n.id, ?, n.what, '', n.actor, n.name from unnest(cast(? as bigint[]), ?,"
            + " cast(? as bigint[]), ?) as n (id, what, actor, name)",
        now,
        column(arrived, one -> one.row().id()),
        column(arrived, one -> one.row().state()),
        column(arrived, one -> one.newcomer().by().accountId()),
        column(arrived, one -> one.newcomer().by().name()));
  }

  /** A column of values as texts; null stays. */
  private static <T> List<String> column(List<T> all, Function<T, Object> value) {
    return all.stream().map(value).map(one -> one == null ? null : one.toString()).toList();
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}

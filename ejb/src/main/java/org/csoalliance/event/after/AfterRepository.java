package org.csoalliance.event.after;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.platform.data.DataRepository;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.Rows;

/** Keeps what is left of events, and lets people go when their time is over. */
@Dependent
public class AfterRepository {
  private static final String OVER =
      " from registration r join event e on e.id = r.event_id left join event_setting s on"
          + " s.event_id = e.id where r.mail <> '' and e.ends_at + make_interval(days =>"
          + " coalesce(s.keep_days, 365)) < ?";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AfterRepository() {}

  /** For tests. */
  public AfterRepository(EntityManager em) {
    this.em = em;
  }

  EventSettings settings(long event) {
    return Rows.first(
            connection(),
            "select attendees, keep_days from event_setting where event_id = ?",
            List.of(event),
            row -> new EventSettings(row.getBoolean(1), row.getInt(2)))
        .orElse(EventSettings.STANDING);
  }

  void settings(long event, EventSettings settings) {
    Rows.change(
        connection(),
        "insert into event_setting (event_id, attendees, keep_days) values (?, ?, ?) on conflict"
            + " (event_id) do update set attendees = excluded.attendees, keep_days ="
            + " excluded.keep_days",
        event,
        settings.attendees(),
        settings.keepDays());
  }

  /** Copies what was set, the rules of reminding and the questions, but no people. */
  void copy(long from, long to) {
    Rows.change(
        connection(),
        "insert into event_setting (event_id, attendees, keep_days) select ?, attendees, keep_days"
            + " from event_setting where event_id = ? on conflict do nothing",
        to,
        from);
    Rows.change(
        connection(),
        "insert into event_reminder (event_id, days, mode, subject, text) select ?, days, mode,"
            + " subject, text from event_reminder where event_id = ?",
        to,
        from);
    Rows.change(
        connection(),
        "insert into evaluation_question (event_id, place, kind, words, options) select ?, place,"
            + " kind, words, options from evaluation_question where event_id = ?",
        to,
        from);
  }

  /** Seats and empty seats by the name of something. */
  private List<NoShowFigures.Line> lines(String name, long event) {
    return Rows.list(
        connection(),
        "select name, sum(seats) as seats, sum(missing) as missing from (select case when seats < 5"
            + " or label = '' then '' else label end as name, seats, missing from (select "
            + name
            + " as label, count(*) as seats, count(*) filter (where r.state = 'NO_SHOW') as missing"
            + " from registration r left join event_quota q on q.id = r.category_id where"
            + " r.event_id = ? and r.state in ('ATTENDED', 'NO_SHOW') group by 1) each_label)"
            + " named group by name order by (name = ''), sum(seats) desc, name",
        List.of(event),
        row ->
            new NoShowFigures.Line(
                row.getString("name"), row.getInt("seats"), row.getInt("missing")));
  }

  List<NoShowFigures.Line> companies(long event) {
    return lines("r.company", event);
  }

  List<NoShowFigures.Line> categories(long event) {
    return lines("coalesce(q.name, '')", event);
  }

  Optional<Outcome> outcome(long event) {
    return Rows.first(
        connection(),
        "select text, published_at, changed_by from event_outcome where event_id = ?",
        List.of(event),
        row ->
            new Outcome(
                row.getString("text"),
                Rows.time(row, "published_at"),
                row.getString("changed_by"),
                List.of()));
  }

  void outcome(long event, String text, Instant publishedAt, Reader by, Instant now) {
    Rows.change(
        connection(),
        "insert into event_outcome (event_id, text, published_at, changed_by, changed_by_id,"
            + " changed_at) values (?, ?, ?, ?, ?, ?) on conflict (event_id) do update set text ="
            + " excluded.text, published_at = excluded.published_at, changed_by ="
            + " excluded.changed_by, changed_by_id = excluded.changed_by_id, changed_at ="
            + " excluded.changed_at",
        Arrays.asList(event, text, publishedAt, by.name(), by.accountId(), now));
  }

  List<Map<String, Object>> mailsWritten(long account) {
    return DataRepository.held(
        connection(),
        "select e.slug, m.subject, m.text, m.at from event_mailing m join event e on e.id ="
            + " m.event_id where m.by_id = ? order by m.at",
        List.of(account));
  }

  List<Map<String, Object>> outcomesWritten(long account) {
    return DataRepository.held(
        connection(),
        "select e.slug, o.text, o.changed_at from event_outcome o join event e on e.id ="
            + " o.event_id where o.changed_by_id = ?",
        List.of(account));
  }

  /** Takes the name of somebody who is erased from what they wrote, and what they chose. */
  void erase(long account, String name) {
    Rows.change(
        connection(),
        "update event_mailing set by_name = ?, by_id = null where by_id = ?",
        name,
        account);
    Rows.change(
        connection(),
        "update event_outcome set changed_by = ?, changed_by_id = null where changed_by_id = ?",
        name,
        account);
    Rows.change(connection(), "delete from desk_columns where account_id = ?", account);
  }

  /** Names of people and companies with a seat, for the Chatham House Rule. */
  List<String> names(long event) {
    return Rows.list(
        connection(),
        "select distinct name from (select name from registration where event_id = ? and mail <>"
            + " '' union all select company from registration where event_id = ? union all select"
            + " regexp_replace(name, '^.*\\s', '') from registration where event_id = ? and mail <>"
            + " '') n where length(name) > 2 order by 1",
        List.of(event, event, event),
        row -> row.getString(1));
  }

  /** The event that the reader has a seat at and whose outcome or attendees may be read. */
  Optional<Long> seat(String slug, long account) {
    return Rows.first(
        connection(),
        "select e.id from event e join registration r on r.event_id = e.id where e.slug = ? and"
            + " r.account_id = ? and r.state in ('ACCEPTED', 'CONFIRMED', 'ATTENDED') limit 1",
        List.of(slug, account),
        row -> row.getLong(1));
  }

  Optional<SeatPages> pages(String slug, long account) {
    return Rows.first(
        connection(),
        "select coalesce(s.attendees, false) as attendees, exists (select from event_outcome o"
            + " where o.event_id = e.id and o.published_at is not null) as outcome, r.state ="
            + " 'ATTENDED' and coalesce(s.evaluation, false) and not exists (select from"
            + " evaluation_given g where g.registration_id = r.id) as evaluation from event e join"
            + " registration r on r.event_id = e.id left join event_setting s on s.event_id = e.id"
            + " where e.slug = ? and r.account_id = ? and r.state in ('ACCEPTED', 'CONFIRMED',"
            + " 'ATTENDED') limit 1",
        List.of(slug, account),
        row ->
            new SeatPages(
                row.getBoolean("attendees"),
                row.getBoolean("outcome"),
                row.getBoolean("evaluation")));
  }

  List<Attendee> attendees(long event) {
    return Rows.list(
        connection(),
        "select name, company from registration where event_id = ? and mail <> '' and state in"
            + " ('ACCEPTED', 'CONFIRMED', 'ATTENDED') order by lower(company), lower(name), id",
        List.of(event),
        row -> new Attendee(row.getString("name"), row.getString("company")));
  }

  /** Takes away what was told of food, access and papers a month after the event. */
  int dropSpecial(Instant endedBefore) {
    return Rows.change(
        connection(),
        "delete from registration_answer a using registration r, event e where a.special <> '' and"
            + " r.id = a.registration_id and e.id = r.event_id and e.ends_at < ?",
        endedBefore);
  }

  /** The files among them. */
  List<UUID> specialFiles(Instant endedBefore) {
    return Rows.list(
        connection(),
        "select a.file from registration_answer a join registration r on r.id = a.registration_id"
            + " join event e on e.id = r.event_id where a.special <> '' and a.file is not null and"
            + " e.ends_at < ?",
        List.of(endedBefore),
        row -> row.getObject(1, UUID.class));
  }

  /** Files of people whose time is over. */
  List<UUID> files(Instant now) {
    return Rows.list(
        connection(),
        "select a.file from registration_answer a where a.file is not null and a.registration_id"
            + " in (select r.id"
            + OVER
            + ")",
        List.of(now),
        row -> row.getObject(1, UUID.class));
  }

  /**
   * Leaves the figures without the people: name, address, answers, history and mails go. A company
   * with five people or more stays, since it is a total and no person.
   *
   * @return how many people
   */
  int forget(Instant now) {
    for (String table :
        List.of(
            "registration_answer",
            "registration_change",
            "registration_handover",
            "event_mailing_person",
            "evaluation_given")) {
      Rows.change(
          connection(),
          "delete from " + table + " where registration_id in (select r.id" + OVER + ")",
          now);
    }
    Rows.change(
        connection(),
        "update door_scan set shown = '' where shown <> '' and registration_id in (select r.id"
            + OVER
            + ")",
        now);
    return Rows.change(
        connection(),
        "update registration x set name = 'Participant', mail = '', mail_key = 'gone ' || x.id,"
            + " account_id = null, by_id = null, company_id = null, company = case when (select"
            + " count(*) from registration c where c.event_id = x.event_id and c.company ="
            + " x.company and c.state in ('ATTENDED', 'NO_SHOW')) >= 5 then x.company else '' end"
            + " where x.id in (select r.id"
            + OVER
            + ")",
        now);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}

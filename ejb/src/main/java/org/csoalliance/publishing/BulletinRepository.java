package org.csoalliance.publishing;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.csoalliance.platform.data.DataRepository;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.Rows;

/** Keeps bulletins and their versions. Editors read everything, so no policy is added here. */
@Dependent
public class BulletinRepository {
  private static final int LOCK = 0x1_B117;

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public BulletinRepository() {}

  /** For tests: works through the given entity manager. */
  public BulletinRepository(EntityManager em) {
    this.em = em;
  }

  /** Makes equal submissions follow each other, and finds what the first one made. */
  Optional<Long> claim(UUID submissionKey) {
    Rows.first(
        connection(),
        "select cast(pg_advisory_xact_lock(?, ?) as text)",
        List.of(LOCK, submissionKey.hashCode()),
        row -> row.getString(1));
    return Rows.first(
        connection(),
        "select id from bulletin where submission_key = ?",
        List.of(submissionKey),
        row -> row.getLong(1));
  }

  /** A new bulletin without any version; empty when the address is taken. */
  Optional<Long> add(String slug, UUID submissionKey, Instant now) {
    return Rows.first(
        connection(),
        "insert into bulletin (slug, submission_key, created_at) values (?, ?, ?)"
            + " on conflict (slug) do nothing returning id",
        Arrays.asList(slug, submissionKey, now),
        row -> row.getLong(1));
  }

  /** Whether another bulletin has the address. */
  boolean taken(String slug, long but) {
    return Rows.first(
            connection(),
            "select 1 from bulletin where slug = ? and id <> ?",
            List.of(slug, but),
            row -> 1)
        .isPresent();
  }

  /** Gives a bulletin that was never published another address. */
  void move(long bulletin, String slug) {
    Rows.change(
        connection(),
        "update bulletin set slug = ? where id = ? and current_number is null",
        slug,
        bulletin);
  }

  /**
   * Locks the bulletin until the end of the transaction, if it is still what the editor saw.
   *
   * @return the new lock; empty when somebody was faster, or there is none
   */
  Optional<Integer> lock(long id, int seen) {
    return Rows.first(
        connection(),
        "update bulletin set lock = lock + 1 where id = ? and lock = ? returning lock",
        List.of(id, seen),
        row -> row.getInt(1));
  }

  /** The version that is worked on, else the one that is read. */
  Optional<BulletinSql.Row> editable(long id) {
    return one(
        "where b.id = ? and (v.number is null or v.number = b.current_number)"
            + " order by v.number nulls first limit 1",
        id);
  }

  /** Every published version, the newest first. */
  List<BulletinSql.Row> versions(long id) {
    return BulletinSql.withSections(
        connection(),
        Rows.list(
            connection(),
            BulletinSql.SELECT + "where b.id = ? and v.number is not null order by v.number desc",
            List.of(id),
            BulletinSql::row));
  }

  private Optional<BulletinSql.Row> one(String where, Object... values) {
    return BulletinSql.withSections(
            connection(),
            Rows.list(connection(), BulletinSql.SELECT + where, BulletinSql::row, values))
        .stream()
        .findFirst();
  }

  /** Everything on the desk, what is worked on first, then the latest; at most 200. */
  List<DraftLine> desk() {
    return Rows.list(
        connection(),
        BulletinSql.SELECT
            + "where v.id = (select w.id from bulletin_version w where w.bulletin_id = b.id"
            + " and (w.number is null or w.number = b.current_number)"
            + " order by w.number nulls first limit 1)"
            + " order by v.number is not null, v.day desc, b.id desc limit 200",
        List.of(),
        read -> {
          BulletinSql.Row row = BulletinSql.row(read);
          return new DraftLine(
              row.bulletin(),
              row.slug(),
              row.content().kind(),
              stage(row),
              row.content().title(),
              row.content().day(),
              row.current(),
              row.number() == null,
              row.at(),
              row.editor(),
              row.number() == null ? row.publishAt() : null);
        });
  }

  /** How far it has come, as people say it. */
  static Stage stage(BulletinSql.Row row) {
    return row.number() != null && row.withdrawnAt() != null ? Stage.WITHDRAWN : row.stage();
  }

  /** Writes the version that is worked on anew, whole; it is a draft again. */
  void saveDraft(
      long bulletin, Content content, Plan plan, Set<Long> authors, Reader editor, Instant now) {
    dropDraft(bulletin);
    long version =
        Rows.first(
                connection(),
                "insert into bulletin_version (bulletin_id, stage, note, at, editor_id,"
                    + " editor_name, authors, kind, title, day, audience, introduction, publish_at,"
                    + " mail) values (?, 'DRAFT', ?, ?, ?, ?, cast(? as bigint[]), ?, ?, ?, ?, ?,"
                    + " ?, ?) returning id",
                Arrays.asList(
                    bulletin,
                    plan.note(),
                    now,
                    editor.accountId(),
                    editor.name(),
                    BulletinSql.array(authors),
                    content.kind(),
                    content.title(),
                    content.day(),
                    content.audience(),
                    content.introduction(),
                    plan.publishAt(),
                    plan.mail()),
                row -> row.getLong(1))
            .orElseThrow();
    for (int place = 0; place < content.sections().size(); place++) {
      Section section = content.sections().get(place);
      Rows.change(
          connection(),
          "insert into bulletin_section (version_id, place, kicker, title, anchor, teaser, text,"
              + " audience, groups) values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as bigint[]))",
          version,
          place,
          section.kicker(),
          section.title(),
          section.anchor(),
          section.teaser(),
          section.text(),
          section.audience(),
          BulletinSql.array(section.groups()));
    }
  }

  /** Takes the version away that is worked on; what was published stays. */
  void dropDraft(long bulletin) {
    Rows.change(
        connection(),
        "delete from bulletin_version where bulletin_id = ? and number is null",
        bulletin);
  }

  /** Takes a bulletin away that was never published. */
  void dropBulletin(long bulletin) {
    Rows.change(
        connection(), "delete from bulletin where id = ? and current_number is null", bulletin);
  }

  /** Moves the version that is worked on to another stage, without a second person. */
  void stage(long bulletin, Stage stage, String held) {
    Rows.change(
        connection(),
        "update bulletin_version set stage = ?, held = ?, reviewer_id = null, reviewer_name = ''"
            + " where bulletin_id = ? and number is null",
        stage,
        held,
        bulletin);
  }

  /** The second person approves: it waits for its time. */
  void schedule(long bulletin, Reader reviewer) {
    Rows.change(
        connection(),
        "update bulletin_version set stage = 'SCHEDULED', held = '', reviewer_id = ?,"
            + " reviewer_name = ? where bulletin_id = ? and number is null",
        reviewer.accountId(),
        reviewer.name(),
        bulletin);
  }

  /** What was approved becomes the version that is read. */
  void publish(long bulletin, int number, Instant now) {
    Rows.change(
        connection(),
        "update bulletin_version set number = ?, stage = 'PUBLISHED', at = ?"
            + " where bulletin_id = ? and number is null and stage = 'SCHEDULED'",
        number,
        now,
        bulletin);
    Rows.change(
        connection(),
        "update bulletin set current_number = ?, published_at = coalesce(published_at, ?),"
            + " withdrawn_at = null, withdrawn_reason = '', lock = lock + 1 where id = ?",
        number,
        now,
        bulletin);
    touch();
  }

  /** Takes a bulletin back. */
  void withdraw(long bulletin, String reason, Instant now) {
    Rows.change(
        connection(),
        "update bulletin set withdrawn_at = ?, withdrawn_reason = ? where id = ?",
        now,
        reason,
        bulletin);
    touch();
  }

  /** Tells every node that what is published has changed. */
  void touch() {
    Rows.change(connection(), "update news_state set version = version + 1");
  }

  /**
   * The next scheduled bulletin whose time has come, locked; another node passes it over.
   *
   * @return empty when none is due
   */
  Optional<BulletinSql.Row> due(Instant now) {
    return Rows.first(
            connection(),
            "select b.id from bulletin b join bulletin_version v on v.bulletin_id = b.id"
                + " where v.stage = 'SCHEDULED' and coalesce(v.publish_at, v.at) <= ?"
                + " order by v.publish_at, b.id limit 1 for update of b skip locked",
            List.of(now),
            row -> row.getLong(1))
        .flatMap(this::editable);
  }

  /** Those of the accounts who are editors at this moment. */
  Set<Long> editors(Set<Long> accounts) {
    return new HashSet<>(
        Rows.list(
            connection(),
            "select account_id from account_reader where account_id = any (cast(? as bigint[]))"
                + " and 'EDITOR' = any (string_to_array(roles, ' '))",
            List.of(BulletinSql.array(accounts)),
            row -> row.getLong(1)));
  }

  /** The addresses of all editors of now, by account. */
  Map<Long, String> editorMails() {
    Map<Long, String> mails = new HashMap<>();
    Rows.list(
        connection(),
        "select r.account_id, a.email from account_reader r join account a on a.id = r.account_id"
            + " where 'EDITOR' = any (string_to_array(r.roles, ' '))",
        List.of(),
        row -> mails.put(row.getLong(1), row.getString(2)));
    return mails;
  }

  /** The number of a group, for the demonstration. */
  Optional<Long> group(String slug) {
    return Rows.first(
        connection(),
        "select id from member_group where slug = ?",
        List.of(slug),
        row -> row.getLong(1));
  }

  /** What a person wrote and approved, for the file of what is held on them. */
  List<Map<String, Object>> writtenBy(long account) {
    return DataRepository.held(
        connection(),
        "select b.slug, v.number, v.stage, v.note, v.at, v.title,"
            + " v.reviewer_id is not distinct from ? as approved"
            + " from bulletin_version v join bulletin b on b.id = v.bulletin_id"
            + " where ? = any (v.authors) or v.reviewer_id = ? order by v.at",
        List.of(account, account, account));
  }

  /** Puts a word in place of a person's name. */
  void forget(long account, String word) {
    Rows.change(
        connection(),
        "update bulletin_version set editor_name = ? where editor_id = ?",
        word,
        account);
    Rows.change(
        connection(),
        "update bulletin_version set reviewer_name = ? where reviewer_id = ?",
        word,
        account);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}

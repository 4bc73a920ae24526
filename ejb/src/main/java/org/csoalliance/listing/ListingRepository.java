package org.csoalliance.listing;

import static org.csoalliance.platform.sql.Rows.day;
import static org.csoalliance.platform.sql.Rows.first;
import static org.csoalliance.platform.sql.Rows.list;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.SqlCondition;
import org.csoalliance.platform.sql.Rows;
import org.csoalliance.platform.text.FreeSlug;

/** The entries of the directory. */
@Dependent
public class ListingRepository {
  /** An entry belongs to no company and to no group; the policy asks for the columns. */
  private static final String LISTING =
      " from (select *, cast(null as bigint) as company_id, cast(null as bigint) as reporter_id,"
          + " cast('{}' as bigint[]) as shared_with from listing) l ";

  private static final String COLUMNS =
      "select l.id, l.slug, l.kind, l.categories, l.name, l.line, l.link, l.tlp,"
          + " l.logo is not null as has_logo, l.checked_on, l.checked_name, l.review_on,"
          + " l.withdrawn_at is not null as withdrawn, l.version";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public ListingRepository() {}

  /** For tests. */
  public ListingRepository(EntityManager em) {
    this.em = em;
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  /**
   * What the reader may see, in the order of the day: each entry has a number that is drawn from
   * its own name and the day, so that everybody stands first as often as everybody else, and no one
   * can be moved. One statement.
   */
  List<Listing> shown(
      Reader reader, ListingKind kind, ListingCategory category, String text, LocalDate today) {
    SqlCondition may = SharingPolicy.mayRead(reader, "l", "true");
    List<Object> values = new ArrayList<>(may.parameters());
    values.addAll(
        Arrays.asList(kind, kind, category, category, Rows.anywhere(text), Rows.anywhere(text)));
    values.add(today.toString());
    return list(
        connection(),
        COLUMNS
            + LISTING
            + "where l.withdrawn_at is null and "
            + may.sql()
            + " and (cast(? as text) is null or l.kind = ?)"
            + " and (cast(? as text) is null or ? = any (l.categories))"
            + " and (l.name ilike ? or l.line ilike ?)"
            + " order by l.kind, md5(l.slug || ?)",
        values,
        ListingRepository::read);
  }

  /** Every entry, those to review first. */
  List<Listing> all() {
    return list(
        connection(),
        COLUMNS + LISTING + "order by l.withdrawn_at is not null, l.review_on, l.name",
        ListingRepository::read);
  }

  Optional<Listing> find(long id) {
    return first(
        connection(), COLUMNS + LISTING + "where l.id = ?", List.of(id), ListingRepository::read);
  }

  /** The logo of an entry that the reader may see. */
  Optional<byte[]> logo(Reader reader, String slug) {
    SqlCondition may = SharingPolicy.mayRead(reader, "l", "true");
    List<Object> values = new ArrayList<>(may.parameters());
    values.add(slug);
    return first(
        connection(),
        "select l.logo"
            + LISTING
            + "where l.logo is not null and l.withdrawn_at is null and "
            + may.sql()
            + " and l.slug = ?",
        values,
        row -> row.getBytes(1));
  }

  /** Adds an entry; a number follows the slug where another has it. */
  long add(NewListing made, byte[] logo, LocalDate reviewOn, Reader by, Instant now) {
    String slug = made.slug();
    List<String> taken =
        list(
            connection(),
            "select slug from listing where slug = ? or slug like ?",
            row -> row.getString(1),
            slug,
            slug + "-%");
    return list(
            connection(),
            "insert into listing (slug, kind, categories, name, line, link, tlp, logo, checked_on,"
                + " checked_by, checked_name, review_on, created_at, updated_at) values"
                + " (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as bigint), ?, ?, ?, ?) returning id",
            row -> row.getLong(1),
            FreeSlug.of(slug, taken),
            made.kind(),
            made.categories().stream().map(Enum::name).toList(),
            made.name(),
            made.line(),
            made.link(),
            made.everybody() ? "CLEAR" : "GREEN",
            logo,
            LocalDate.ofInstant(now, java.time.ZoneOffset.UTC),
            by.accountId(),
            by.name(),
            reviewOn,
            now,
            now)
        .get(0);
  }

  /** Changes an entry; false when it was changed since. A null logo leaves what is there. */
  boolean change(long id, int version, NewListing made, byte[] logo, Instant now) {
    return Rows.change(
            connection(),
            "update listing set kind = ?, categories = ?, name = ?, line = ?, link = ?, tlp = ?,"
                + " logo = coalesce(?, logo), version = version + 1, updated_at = ?"
                + " where id = ? and version = ?",
            made.kind(),
            made.categories().stream().map(Enum::name).toList(),
            made.name(),
            made.line(),
            made.link(),
            made.everybody() ? "CLEAR" : "GREEN",
            logo,
            now,
            id,
            version)
        > 0;
  }

  boolean removeLogo(long id, Instant now) {
    return Rows.change(
            connection(),
            "update listing set logo = null, version = version + 1, updated_at = ?"
                + " where id = ? and logo is not null",
            now,
            id)
        > 0;
  }

  boolean checked(long id, LocalDate today, LocalDate reviewOn, Reader by, Instant now) {
    return Rows.change(
            connection(),
            "update listing set checked_on = ?, checked_by = ?, checked_name = ?, review_on = ?,"
                + " version = version + 1, updated_at = ? where id = ?",
            today,
            by.accountId(),
            by.name(),
            reviewOn,
            now,
            id)
        > 0;
  }

  boolean withdraw(long id, boolean away, Instant now) {
    return Rows.change(
            connection(),
            "update listing set withdrawn_at = cast(? as timestamptz), version = version + 1,"
                + " updated_at = ? where id = ? and (withdrawn_at is null) = ?",
            away ? now : null,
            now,
            id,
            away)
        > 0;
  }

  void erase(AccountErased erased) {
    Rows.change(
        connection(),
        "update listing set checked_by = null, checked_name = ? where checked_by = ?",
        AccountErased.NAME,
        erased.accountId());
  }

  int forget(Instant before) {
    return Rows.change(connection(), "delete from listing where withdrawn_at < ?", before);
  }

  private static Listing read(ResultSet row) throws SQLException {
    return new Listing(
        row.getLong("id"),
        row.getString("slug"),
        ListingKind.valueOf(row.getString("kind")),
        Arrays.stream((String[]) row.getArray("categories").getArray())
            .map(ListingCategory::valueOf)
            .toList(),
        row.getString("name"),
        row.getString("line"),
        row.getString("link"),
        row.getString("tlp").equals("CLEAR"),
        row.getBoolean("has_logo"),
        day(row, "checked_on"),
        row.getString("checked_name"),
        day(row, "review_on"),
        row.getBoolean("withdrawn"),
        row.getInt("version"));
  }
}

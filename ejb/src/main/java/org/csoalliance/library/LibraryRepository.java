package org.csoalliance.library;

import static org.csoalliance.platform.sql.Rows.first;
import static org.csoalliance.platform.sql.Rows.list;
import static org.csoalliance.platform.sql.Rows.time;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.SqlCondition;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.sql.Rows;
import org.csoalliance.platform.text.FreeSlug;

/** Items of the library and their files. */
@Dependent
public class LibraryRepository {
  /** What the sharing policy asks for: an item is of no company; one of a group is RED. */
  static final String ITEM =
      " from (select i.*, cast(null as bigint) as company_id, cast(null as bigint) as reporter_id,"
          + " case when i.group_id is null then cast('{}' as bigint[]) else array[i.group_id] end"
          + " as shared_with from library_item i) i left join member_group g on g.id = i.group_id ";

  private static final String COLUMNS =
      "select i.id, i.slug, i.title, i.summary, i.campaign, i.tlp, i.group_id, g.name as group_name,"
          + " i.published_at is not null as published, i.withdrawn_at is not null as withdrawn,"
          + " (select array_agg(distinct f.language order by f.language) from library_file f"
          + " where f.item_id = i.id and f.replaced_at is null) as languages,"
          + " (select count(*) from library_file f where f.item_id = i.id and f.replaced_at is null)"
          + " as files, (select min(f.id) from library_file f where f.item_id = i.id"
          + " and f.replaced_at is null and f.thumbnail is not null) as thumbnail";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public LibraryRepository() {}

  /** For tests. */
  public LibraryRepository(EntityManager em) {
    this.em = em;
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  /** What the reader may see of what is published, without the word "where". */
  static SqlCondition may(Reader reader) {
    SqlCondition policy = SharingPolicy.mayRead(reader, "i", "true");
    return new SqlCondition(
        "i.published_at is not null and i.withdrawn_at is null and " + policy.sql(),
        policy.parameters());
  }

  /**
   * Published items that the reader may see; one statement.
   *
   * @param text words of title, summary or inside a file; empty: any
   * @param language of a file; empty: any
   * @param format of a file; null: any
   */
  List<LibraryItem> shown(Reader reader, String text, String language, FileFormat format) {
    SqlCondition may = may(reader);
    boolean any = text.isBlank();
    List<Object> values = new ArrayList<>();
    values.add(text);
    values.addAll(may.parameters());
    values.addAll(Arrays.asList(any, text, text, language, language, format, format, text));
    return list(
        connection(),
        COLUMNS
            + ", (select min(f.name) from library_file f where f.item_id = i.id"
            + " and f.replaced_at is null and f.words @@ websearch_to_tsquery('english', ?)) as found"
            + ITEM
            + "where "
            + may.sql()
            + " and (? or i.words @@ websearch_to_tsquery('english', ?) or exists (select 1 from"
            + " library_file f where f.item_id = i.id and f.replaced_at is null"
            + " and f.words @@ websearch_to_tsquery('english', ?)))"
            + " and (? = '' or exists (select 1 from library_file f where f.item_id = i.id"
            + " and f.replaced_at is null and f.language = ?))"
            + " and (cast(? as text) is null or exists (select 1 from library_file f"
            + " where f.item_id = i.id and f.replaced_at is null and f.format = ?))"
            + " order by ts_rank(i.words, websearch_to_tsquery('english', ?)) desc, i.campaign,"
            + " i.title limit 200",
        values,
        row -> item(row, row.getString("found")));
  }

  Optional<LibraryItem> find(Reader reader, String slug) {
    SqlCondition may = may(reader);
    List<Object> values = new ArrayList<>(may.parameters());
    values.add(slug);
    return first(
            connection(),
            COLUMNS + ITEM + "where " + may.sql() + " and i.slug = ?",
            values,
            row -> item(row, null))
        .map(item -> item.with(files(item.id())));
  }

  /** Every item, drafts first, for editors. */
  List<LibraryItem> all() {
    return list(
        connection(),
        COLUMNS + ITEM + "order by i.withdrawn_at is not null, i.published_at is not null, i.title",
        row -> item(row, null));
  }

  Optional<LibraryItem> byId(long id) {
    return first(
            connection(), COLUMNS + ITEM + "where i.id = ?", List.of(id), row -> item(row, null))
        .map(item -> item.with(files(item.id())));
  }

  private List<LibraryFile> files(long item) {
    return list(
        connection(),
        "select id, name, format, language, paper, ship, media_type, length(content) as size,"
            + " thumbnail is not null as pictured, version, replaced_at is null as current, added_at"
            + " from library_file where item_id = ? order by ship desc, format, language, paper,"
            + " name, version desc",
        row ->
            new LibraryFile(
                row.getLong("id"),
                row.getString("name"),
                FileFormat.valueOf(row.getString("format")),
                row.getString("language"),
                row.getString("paper"),
                row.getBoolean("ship"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getBoolean("pictured"),
                row.getInt("version"),
                row.getBoolean("current"),
                time(row, "added_at")),
        item);
  }

  /** The content of a file of an item. */
  Optional<LibraryContent> content(LibraryItem item, long file, boolean picture) {
    return first(
        connection(),
        "select name, media_type, "
            + (picture ? "thumbnail" : "content")
            + " as content from library_file where id = ? and item_id = ?"
            + (picture ? " and thumbnail is not null" : ""),
        List.of(file, item.id()),
        row ->
            new LibraryContent(
                row.getString("name"),
                picture ? "image/jpeg" : row.getString("media_type"),
                row.getBytes("content"),
                item.tlp() == Tlp.CLEAR));
  }

  /** The files of the bundle for ships. */
  List<LibraryContent> bundle(LibraryItem item) {
    return list(
        connection(),
        "select name, media_type, content from library_file where item_id = ? and ship"
            + " and replaced_at is null order by id",
        row ->
            new LibraryContent(
                row.getString("name"),
                row.getString("media_type"),
                row.getBytes("content"),
                item.tlp() == Tlp.CLEAR),
        item.id());
  }

  long add(NewItem made, Instant now) {
    String slug = made.slug();
    List<String> taken =
        list(
            connection(),
            "select slug from library_item where slug = ? or slug like ?",
            row -> row.getString(1),
            slug,
            slug + "-%");
    return list(
            connection(),
            "insert into library_item (slug, title, summary, campaign, tlp, group_id, created_at,"
                + " updated_at) values (?, ?, ?, ?, ?, cast(? as bigint), ?, ?) returning id",
            row -> row.getLong(1),
            FreeSlug.of(slug, taken),
            made.title(),
            made.summary(),
            made.campaign(),
            made.tlp(),
            made.groupId(),
            now,
            now)
        .get(0);
  }

  void rewrite(long id, NewItem made, Instant now) {
    Rows.change(
        connection(),
        "update library_item set title = ?, summary = ?, campaign = ?, tlp = ?,"
            + " group_id = cast(? as bigint), updated_at = ? where id = ?",
        made.title(),
        made.summary(),
        made.campaign(),
        made.tlp(),
        made.groupId(),
        now,
        id);
  }

  void lock(long id) {
    list(
        connection(),
        "select id from library_item where id = ? for update",
        row -> row.getLong(1),
        id);
  }

  /** Adds a file; where it takes another's place, as its next version. */
  void addFile(
      long item,
      NewFile made,
      String name,
      String mediaType,
      byte[] content,
      PdfReading.Read read,
      Instant now) {
    Rows.change(
        connection(),
        "insert into library_file (item_id, name, format, language, paper, ship, media_type,"
            + " content, thumbnail, text, version, replaces_id, added_at) values (?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, coalesce((select version + 1 from library_file where id = cast(? as bigint)"
            + " and item_id = ?), 1), cast(? as bigint), ?)",
        item,
        name,
        made.format(),
        made.language(),
        made.paper(),
        made.ship(),
        mediaType,
        content,
        read.picture(),
        read.text(),
        made.replaces(),
        item,
        made.replaces(),
        now);
    replaced(item, made.replaces(), now);
  }

  /** Takes a file out of what stands now; false when it does not stand. */
  boolean replaced(long item, Long file, Instant now) {
    return file != null
        && Rows.change(
                connection(),
                "update library_file set replaced_at = ? where id = ? and item_id = ?"
                    + " and replaced_at is null",
                now,
                file,
                item)
            > 0;
  }

  boolean publish(long id, boolean out, Instant now) {
    return Rows.change(
            connection(),
            out
                ? "update library_item set published_at = coalesce(published_at, ?),"
                    + " withdrawn_at = null, updated_at = ? where id = ?"
                    + " and (published_at is null or withdrawn_at is not null)"
                : "update library_item set withdrawn_at = ?, updated_at = ? where id = ?"
                    + " and published_at is not null and withdrawn_at is null",
            now,
            now,
            id)
        > 0;
  }

  private static LibraryItem item(ResultSet row, String found) throws SQLException {
    Array languages = row.getArray("languages");
    return new LibraryItem(
        row.getLong("id"),
        row.getString("slug"),
        row.getString("title"),
        row.getString("summary"),
        row.getString("campaign"),
        Tlp.valueOf(row.getString("tlp")),
        row.getObject("group_id", Long.class),
        row.getString("group_name"),
        row.getBoolean("published"),
        row.getBoolean("withdrawn"),
        languages == null ? List.of() : List.of((String[]) languages.getArray()),
        row.getInt("files"),
        row.getObject("thumbnail", Long.class),
        found,
        List.of());
  }

  int forget(Instant before) {
    return Rows.change(connection(), "delete from library_item where withdrawn_at < ?", before);
  }

  int forgetDownloads(LocalDate before) {
    return Rows.change(
        connection(),
        "delete from library_download where day < cast(? as date)",
        before.toString());
  }
}

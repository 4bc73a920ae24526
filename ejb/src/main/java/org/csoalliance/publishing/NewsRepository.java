package org.csoalliance.publishing;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.platform.sql.Rows;

/** Reads what is published, whole, for the memory of a node. */
@Dependent
public class NewsRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public NewsRepository() {}

  /** For tests: works through the given entity manager. */
  public NewsRepository(EntityManager em) {
    this.em = em;
  }

  /** Rises with every change of what is published; one row. */
  long version() {
    return Rows.first(
            connection(), "select version from news_state", List.of(), row -> row.getLong(1))
        .orElseThrow();
  }

  /** A bulletin that is or was published; four statements. */
  Optional<StoredArticle> article(String slug) {
    List<BulletinSql.Row> rows =
        BulletinSql.withSections(
            connection(),
            Rows.list(
                connection(),
                BulletinSql.SELECT + "where b.slug = ? and v.number = b.current_number",
                List.of(slug),
                BulletinSql::row));
    return rows.stream()
        .findFirst()
        .map(
            row ->
                new StoredArticle(
                    row, new PictureRepository(em).of(row.bulletin()), corrections(row)));
  }

  private List<Correction> corrections(BulletinSql.Row row) {
    return Rows.list(
        connection(),
        "select at, note from bulletin_version where bulletin_id = ? and number > 1"
            + " order by number desc",
        List.of(row.bulletin()),
        read -> new Correction(Rows.time(read, "at"), Rows.text(read, "note")));
  }

  /** Every line of the archive, the newest first; two statements. */
  List<StoredLine> lines() {
    Map<Long, List<Section>> sections = new HashMap<>();
    Rows.list(
        connection(),
        "select s.version_id, s.kicker, s.title, s.anchor, s.audience,"
            + " array_to_string(s.groups, ' ') as groups from bulletin_section s"
            + " join bulletin_version v on v.id = s.version_id"
            + " join bulletin b on b.id = v.bulletin_id and b.current_number = v.number"
            + " where b.withdrawn_at is null order by s.version_id, s.place",
        List.of(),
        row ->
            sections
                .computeIfAbsent(row.getLong("version_id"), any -> new ArrayList<>())
                .add(
                    new Section(
                        Rows.text(row, "kicker"),
                        Rows.text(row, "title"),
                        row.getString("anchor"),
                        "",
                        "",
                        Audience.valueOf(row.getString("audience")),
                        BulletinSql.numbers(row.getString("groups")))));
    return Rows.list(
        connection(),
        BulletinSql.SELECT
            + "where v.number = b.current_number and b.withdrawn_at is null"
            + " order by v.day desc, b.published_at desc, b.id desc",
        List.of(),
        read -> {
          BulletinSql.Row row = BulletinSql.row(read);
          Content content = row.content().with(sections.getOrDefault(row.version(), List.of()));
          return new StoredLine(
              row.slug(),
              content,
              StoredArticle.beginning(content.introduction(), 300),
              row.publishedAt(),
              row.at());
        });
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}

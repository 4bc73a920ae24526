package org.csoalliance.incident.firstresponse;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.platform.search.SearchHit;
import org.csoalliance.platform.search.Terms;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.Rows;

/** Finds words in published reports, in those of their blocks whose label a reader may read. */
@Dependent
public class FirstResponseSearchRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public FirstResponseSearchRepository() {}

  /** For tests: reads through the given entity manager. */
  public FirstResponseSearchRepository(EntityManager em) {
    this.em = em;
  }

  /** What fits best: titles before areas before what is told, then the newest. One statement. */
  List<SearchHit> find(Reader reader, Terms terms, int most) {
    Object labels = Audiences.readable(reader);
    String any = terms.any();
    List<Object> values = new ArrayList<>(List.of(labels));
    values.addAll(terms.wanted());
    values.addAll(terms.wanted());
    values.add(labels);
    values.add(labels);
    values.addAll(terms.values(List.of(List.of(), List.of(labels), List.of())));
    values.addAll(terms.wanted());
    values.add(most);
    return Rows.list(
        connection(),
        "select f.slug, f.reference, v.title, v.area, coalesce(x.text, (select b.text"
            + " from first_response_block b where b.version_id = v.id and b.part = 'KNOWN' and "
            + FirstResponseSql.BLOCK_LABEL
            + " = any (?) order by b.place limit 1), '') as text from first_response f"
            + " join first_response_version v on v.report_id = f.id and v.number = f.current_number"
            + " left join lateral (select b.text, ts_rank(b.words, "
            + any
            + ") as rank from first_response_block b where b.version_id = v.id and b.words @@ "
            + any
            + " and "
            + FirstResponseSql.BLOCK_LABEL
            + " = any (?) order by rank desc, b.place limit 1) x on true"
            + " where f.state = 'PUBLISHED' and "
            + FirstResponseSql.LABEL
            + " = any (?) and v.id in "
            + terms.numbers(
                "select w.id from first_response_version w where w.number is not null",
                List.of(
                    "select w.id from first_response_version w where w.number is not null"
                        + " and w.words",
                    "select b.version_id from first_response_block b"
                        + " join first_response_version v on v.id = b.version_id where "
                        + FirstResponseSql.BLOCK_LABEL
                        + " = any (?) and b.words",
                    "select w.id from first_response g join first_response_version w"
                        + " on w.report_id = g.id and w.number = g.current_number"
                        + " where to_tsvector('english', g.reference)"))
            + " order by ts_rank(v.words, "
            + any
            + ") * 2 + coalesce(x.rank, 0) desc, f.published_at desc, f.id desc limit ?",
        values,
        row ->
            new SearchHit(
                row.getString("title"),
                "/first-response/" + row.getString("slug"),
                row.getString("text"),
                row.getString("reference")
                    + (row.getString("area").isEmpty() ? "" : ", " + row.getString("area"))));
  }

  /** What the newest say to the reader, a text each part; one statement. */
  List<String> texts(Reader reader, int newest) {
    Object labels = Audiences.readable(reader);
    return Rows.list(
        connection(),
        "with n as materialized (select v.id, v.title from first_response f"
            + " join first_response_version v on v.report_id = f.id and v.number = f.current_number"
            + " where f.state = 'PUBLISHED' and "
            + FirstResponseSql.LABEL
            + " = any (?) order by f.published_at desc, f.id desc limit ?)"
            + " select title from n union all select b.text from first_response_block b"
            + " join first_response_version v on v.id = b.version_id"
            + " where v.id in (select id from n) and "
            + FirstResponseSql.BLOCK_LABEL
            + " = any (?)",
        List.of(labels, newest, labels),
        row -> row.getString(1));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}

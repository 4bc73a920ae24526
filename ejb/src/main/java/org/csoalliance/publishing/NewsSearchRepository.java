package org.csoalliance.publishing;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.csoalliance.platform.search.SearchHit;
import org.csoalliance.platform.search.Terms;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.SqlCondition;
import org.csoalliance.platform.sql.Rows;

/** Finds words in bulletins and news, in those of their parts that a reader may see. */
@Dependent
public class NewsSearchRepository {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final String NOBODYS =
      ", case audience when 'PUBLIC' then 'CLEAR' when 'MEMBERS' then 'AMBER'"
          + " else 'AMBER_STRICT' end as tlp, cast(null as bigint) as company_id,"
          + " cast(null as bigint) as reporter_id, ";
  private static final String VERSIONS =
      "(select *" + NOBODYS + "cast('{}' as bigint[]) as shared_with from bulletin_version)";
  private static final String SECTIONS =
      "(select *"
          + NOBODYS
          + "case when audience = 'GROUPS' then groups else '{}' end as shared_with"
          + " from bulletin_section)";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public NewsSearchRepository() {}

  /** For tests: reads through the given entity manager. */
  public NewsSearchRepository(EntityManager em) {
    this.em = em;
  }

  /**
   * What fits best: title and introduction before titles of sections before what they say, then the
   * newest. A hit leads to the section that fits best. One statement: which texts hold each term,
   * what of them any term ranks, and the texts of the few that are shown.
   */
  List<SearchHit> find(Reader reader, Terms terms, int most) {
    SqlCondition version = SharingPolicy.mayRead(reader, "v", "true");
    SqlCondition section = SharingPolicy.mayRead(reader, "s", "true");
    String any = terms.any();
    String sections = "select s.version_id from " + SECTIONS + " s where " + section.sql();
    boolean single = terms.single();
    List<Object> values = new ArrayList<>();
    if (!single) {
      values.addAll(terms.values(List.of(List.of(), section.parameters())));
    }
    values.addAll(terms.wanted());
    values.addAll(section.parameters());
    values.addAll(terms.wanted());
    values.addAll(terms.wanted());
    values.addAll(terms.wanted());
    values.addAll(version.parameters());
    values.add(most);
    return Rows.list(
        connection(),
        "with "
            + (single
                ? ""
                : "each as materialized "
                    + terms.numbers(
                        "select w.id from bulletin_version w where w.number is not null",
                        List.of(
                            "select w.id from bulletin_version w where w.number is not null"
                                + " and w.words",
                            sections + " and s.words"))
                    + ", ")
            + "hit as (select s.version_id, cast(s.place as int) as place, ts_rank(s.words, "
            + any
            + ") as rank from "
            + SECTIONS
            + " s where "
            + section.sql()
            + (single ? "" : " and s.version_id in (select * from each)")
            + " and s.words @@ "
            + any
            + " union all select w.id, -1, ts_rank(w.words, "
            + any
            + ") * 2 from bulletin_version w where w.number is not null"
            + (single ? "" : " and w.id in (select * from each)")
            + " and w.words @@ "
            + any
            + "), best as (select version_id, coalesce(max(rank) filter (where place < 0), 0)"
            + " + coalesce(max(rank) filter (where place >= 0), 0) as rank,"
            + " (array_agg(place order by rank desc, place) filter (where place >= 0))[1] as place"
            + " from hit group by version_id)"
            + " select b.slug, v.title, v.day, v.introduction, x.title as section, x.anchor,"
            + " x.teaser, x.text from best join "
            + VERSIONS
            + " v on v.id = best.version_id join bulletin b on b.id = v.bulletin_id"
            + " and b.current_number = v.number left join bulletin_section x"
            + " on x.version_id = best.version_id and x.place = best.place"
            + " where b.withdrawn_at is null and "
            + version.sql()
            + " order by best.rank desc, v.day desc, b.id desc limit ?",
        values,
        row -> {
          String story = row.getString("section");
          String text =
              story == null
                  ? Markdown.words(row.getString("introduction"))
                  : story
                      + ". "
                      + Markdown.words(row.getString("teaser"))
                      + " "
                      + Markdown.words(row.getString("text"));
          return new SearchHit(
              row.getString("title"),
              "/news/"
                  + row.getString("slug")
                  + (story == null ? "" : "#" + row.getString("anchor")),
              text,
              DAY.format(Rows.day(row, "day")));
        });
  }

  /** What the newest say to the reader, a text each part; one statement. */
  List<String> texts(Reader reader, int newest) {
    SqlCondition version = SharingPolicy.mayRead(reader, "v", "true");
    SqlCondition section = SharingPolicy.mayRead(reader, "s", "true");
    List<Object> values = new ArrayList<>(version.parameters());
    values.add(newest);
    values.addAll(section.parameters());
    return Rows.list(
        connection(),
        "with n as materialized (select v.id, v.title, v.introduction from bulletin b join "
            + VERSIONS
            + " v on v.bulletin_id = b.id and v.number = b.current_number"
            + " where b.withdrawn_at is null and "
            + version.sql()
            + " order by v.day desc, b.id desc limit ?)"
            + " select title || ' ' || introduction from n union all"
            + " select concat_ws(' ', s.title, s.teaser, s.text) from "
            + SECTIONS
            + " s where s.version_id in (select id from n) and "
            + section.sql(),
        values,
        row -> row.getString(1));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}

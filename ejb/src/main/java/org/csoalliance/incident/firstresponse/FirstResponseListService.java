package org.csoalliance.incident.firstresponse;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.search.SearchHit;
import org.csoalliance.platform.search.Terms;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.text.Difference;

/**
 * Reads published reports. Anyone may call it: each answer holds what the caller may read by the
 * label of each block, and a report that the caller may not read answers as one that is not there.
 */
@Stateless
@PermitAll
public class FirstResponseListService {
  /** How many reports a page of the list holds. */
  public static final int ROWS = 20;

  private static final String NONE = "There is no such report, or you may not see it.";

  @Inject private FirstResponseListRepository reports;
  @Inject private FirstResponseSearchRepository found;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public FirstResponseListService() {}

  /** For tests. */
  public FirstResponseListService(
      FirstResponseListRepository reports,
      FirstResponseSearchRepository found,
      CallerContext caller) {
    this.reports = reports;
    this.found = found;
    this.caller = caller;
  }

  /**
   * A page of the list: two statements.
   *
   * @param year null, or one without reports: the newest year that has any
   * @param page from 1; what lies behind the last page is the last page
   */
  public ReportPage page(Integer year, int page) {
    Reader reader = caller.reader();
    Map<Integer, Integer> years = reports.years(reader);
    if (years.isEmpty()) {
      return new ReportPage(0, years, 1, 1, List.of());
    }
    int shown = year != null && years.containsKey(year) ? year : years.keySet().iterator().next();
    int pages = (years.get(shown) + ROWS - 1) / ROWS;
    int at = Math.max(1, Math.min(page, pages));
    return new ReportPage(
        shown,
        years,
        at,
        pages,
        reports.between(reader, start(shown), start(shown + 1), (at - 1) * ROWS, ROWS));
  }

  private static Instant start(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * The newest reports of any year: one statement.
   *
   * @param before the reference behind which to go on; null: from the start
   * @param most 1 to 100
   */
  public List<ReportLine> newest(String before, int most) {
    if (most < 1 || most > 100) {
      throw new InvalidException("limit", "The limit must be a whole number from 1 to 100.");
    }
    if (before != null && !before.matches("FRR-[0-9]{4}-[0-9]{3,5}")) {
      throw new InvalidException("cursor", "The cursor is none of ours. Leave it out.");
    }
    return reports.newest(caller.reader(), before, most);
  }

  /**
   * What fits the words best, in the parts that the caller may read; one statement.
   *
   * @param words as typed; nothing but unwanted words finds nothing
   */
  public List<SearchHit> search(String words, int most) {
    Terms terms = Terms.of(words);
    return terms.wanted().isEmpty() ? List.of() : found.find(caller.reader(), terms, most);
  }

  /** What the newest reports say to the caller: words that a wrong letter is mended by. */
  public List<String> texts(int newest) {
    return found.texts(caller.reader(), newest);
  }

  /**
   * The newest reports as a visitor reads them, whoever asks: the answer may be kept and shown to
   * others.
   */
  public List<ReportLine> ofThePublic(int most) {
    return reports.newest(Reader.VISITOR, null, most);
  }

  /**
   * The page of a report: three statements.
   *
   * @param slugOrReference as it stands in the address
   * @param number the version; null: the one of now
   * @throws NotFoundException when there is none, or the caller may not see it
   */
  public Report view(String slugOrReference, Integer number) {
    Reader reader = caller.reader();
    List<FirstResponseSql.Row> rows = readable(slugOrReference, reader);
    FirstResponseSql.Row now = current(rows);
    FirstResponseSql.Row shown =
        rows.stream()
            .filter(row -> Objects.equals(row.number(), number == null ? now.current() : number))
            .filter(row -> open(row, reader))
            .findFirst()
            .orElseThrow(() -> new NotFoundException(NONE));
    List<VersionLine> versions = rows.stream().map(row -> line(row, reader)).toList();
    if (now.state() == State.WITHDRAWN && !reader.is(Role.EDITOR)) {
      return new Report(
          now.report(),
          now.reference(),
          now.slug(),
          now.state(),
          now.reference(),
          now.current(),
          now.current(),
          null,
          now.content().label(),
          false,
          now.publishedAt(),
          now.at(),
          now.withdrawnAt(),
          now.withdrawnReason(),
          List.of(),
          List.of());
    }
    Content whole = reports.withBlocks(List.of(shown)).get(0).content();
    Content seen = Audiences.seenBy(reader, whole);
    return new Report(
        now.report(),
        now.reference(),
        now.slug(),
        now.state(),
        whole.title(),
        shown.number(),
        now.current(),
        seen,
        seen.narrowest(),
        seen.blocks().size() < whole.blocks().size(),
        now.publishedAt(),
        shown.at(),
        now.withdrawnAt(),
        now.withdrawnReason(),
        versions,
        reports.sources(reader, now.report()));
  }

  /**
   * What each version changed, the newest first, as far as the caller may read both sides: two
   * statements.
   *
   * @throws NotFoundException when there is no such report, or the caller may not see it
   */
  public List<Changes> changes(String slugOrReference) {
    Reader reader = caller.reader();
    List<FirstResponseSql.Row> rows = readable(slugOrReference, reader);
    if (current(rows).state() == State.WITHDRAWN && !reader.is(Role.EDITOR)) {
      throw new NotFoundException(NONE);
    }
    List<FirstResponseSql.Row> open =
        reports.withBlocks(rows.stream().filter(row -> open(row, reader)).toList());
    List<Changes> changes = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      VersionLine line = line(open.get(i), reader);
      changes.add(
          new Changes(
              line,
              i + 1 == open.size()
                  ? List.of()
                  : changed(
                      Audiences.seenBy(reader, open.get(i + 1).content()),
                      Audiences.seenBy(reader, open.get(i).content()))));
    }
    return changes;
  }

  private static List<Changes.Changed> changed(Content before, Content after) {
    List<Changes.Changed> changed = new ArrayList<>();
    add(changed, "Title", before.title(), after.title());
    add(changed, "Facts", FactsText.line(before), FactsText.line(after));
    for (Part part : Part.values()) {
      add(changed, part.words(), text(before, part), text(after, part));
    }
    return changed;
  }

  private static void add(
      List<Changes.Changed> changed, String label, String before, String after) {
    if (!before.equals(after)) {
      changed.add(new Changes.Changed(label, Difference.of(before, after)));
    }
  }

  private static String text(Content content, Part part) {
    return content.blocks().stream()
        .filter(block -> block.part() == part)
        .map(block -> (block.at() == null ? "" : FactsText.minute(block.at()) + " ") + block.text())
        .collect(Collectors.joining("\n\n"));
  }

  /** The versions under labels that the reader may read; none where the one of now is not. */
  private List<FirstResponseSql.Row> readable(String slugOrReference, Reader reader) {
    String wanted = slugOrReference == null ? "" : slugOrReference.strip();
    List<FirstResponseSql.Row> rows =
        wanted.matches("[A-Za-z0-9-]{1,100}") ? reports.versions(wanted) : List.of();
    List<FirstResponseSql.Row> readable =
        rows.stream().filter(row -> Audiences.mayRead(reader, row.content().label())).toList();
    if (readable.stream().noneMatch(row -> row.number() == row.current())) {
      throw new NotFoundException(NONE);
    }
    return readable;
  }

  private static FirstResponseSql.Row current(List<FirstResponseSql.Row> rows) {
    return rows.stream().filter(row -> row.number() == row.current()).findFirst().orElseThrow();
  }

  private static boolean open(FirstResponseSql.Row row, Reader reader) {
    return row.number() >= row.openFrom() || reader.is(Role.EDITOR);
  }

  /** Members and partners see which editor it was; the public sees that one was. */
  private static VersionLine line(FirstResponseSql.Row row, Reader reader) {
    boolean named = reader.is(Role.MEMBER) || reader.is(Role.PARTNER) || reader.is(Role.EDITOR);
    return new VersionLine(
        row.number(),
        row.step(),
        row.note(),
        row.at(),
        named ? row.editor() : "An editor",
        open(row, reader));
  }
}

package org.csoalliance.incident;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.csoalliance.platform.data.SeenLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.SharingPolicy;

/**
 * Reads incidents for lists, the map, feeds and exports. Anyone may call it: each answer holds what
 * the caller may see by the sharing policy, and no more.
 */
@Stateless
@PermitAll
public class IncidentListService {
  private static final int MOST_CELLS = 400;

  @Inject private IncidentListRepository incidents;
  @Inject private CallerContext caller;
  @Inject private SeenLog seen;
  @Inject private FilterPlaces places = new FilterPlaces();
  @Inject @Any private Instance<IncidentPart<?>> found;
  private List<IncidentPart<?>> given;

  /** Made by the container. */
  public IncidentListService() {}

  /** For tests; nobody notes who saw what. */
  public IncidentListService(IncidentListRepository incidents, CallerContext caller) {
    this(incidents, caller, new SeenLog(), List.of());
  }

  /** For tests; the pages of incidents have the given parts. */
  public IncidentListService(
      IncidentListRepository incidents,
      CallerContext caller,
      SeenLog seen,
      List<IncidentPart<?>> parts) {
    this.incidents = incidents;
    this.caller = caller;
    this.seen = seen;
    this.given = List.copyOf(parts);
  }

  /**
   * One page: one statement, a second one for the total where {@code withTotal}, and one more where
   * the filter names a port by its UN/LOCODE.
   *
   * @param limit 1 to 1,000
   * @param cursor from an earlier page of the same filter; null or blank: the first page
   * @throws InvalidException when the cursor is none of ours, or the limit is out of bounds
   */
  public IncidentPage page(IncidentFilter asked, int limit, String cursor, boolean withTotal) {
    IncidentFilter filter = places.resolve(asked);
    Reader reader = caller.reader();
    Window<IncidentRow> window =
        window(
            filter.sort(),
            limit,
            cursor,
            (from, most) -> incidents.page(filter, reader, from, most),
            row -> row);
    return new IncidentPage(
        window.rows().stream().map(row -> row.seenBy(reader)).toList(),
        window.next(),
        window.previous(),
        withTotal
            ? incidents.count(filter, reader, IncidentPage.MOST_COUNTED + 1).of(reader)
            : null);
  }

  /**
   * The same page for an export, each incident with the answers of its long form that every reader
   * may see: one statement, and one more where the filter names a port by its UN/LOCODE.
   *
   * @throws InvalidException as for {@link #page}
   */
  public DetailedPage pageDetails(IncidentFilter asked, int limit, String cursor) {
    IncidentFilter filter = places.resolve(asked);
    Reader reader = caller.reader();
    Window<IncidentRow.Detailed> window =
        window(
            filter.sort(),
            limit,
            cursor,
            (from, most) -> incidents.pageDetails(filter, reader, from, most),
            IncidentRow.Detailed::row);
    return new DetailedPage(
        window.rows().stream().map(row -> row.seenBy(reader)).toList(), window.next());
  }

  private record Window<T>(List<T> rows, String next, String previous) {}

  private static <T> Window<T> window(
      IncidentFilter.Sort sort,
      int limit,
      String cursor,
      BiFunction<IncidentCursor, Integer, List<T>> read,
      Function<T, IncidentRow> row) {
    if (limit < 1 || limit > 1000) {
      throw new InvalidException("limit", "The limit must be a whole number from 1 to 1000.");
    }
    IncidentCursor from =
        cursor == null || cursor.isBlank() ? null : IncidentCursor.decode(cursor, sort);
    boolean forward = from == null || from.forward();
    List<T> rows = read.apply(from, limit + 1);
    boolean more = rows.size() > limit;
    if (more) {
      rows = forward ? rows.subList(0, limit) : rows.subList(1, limit + 1);
    }
    boolean before = !rows.isEmpty() && (forward ? from != null : more);
    boolean after = !rows.isEmpty() && (!forward || more);
    return new Window<>(
        rows,
        after ? IncidentCursor.of(sort, true, row.apply(rows.get(rows.size() - 1))).encode() : null,
        before ? IncidentCursor.of(sort, false, row.apply(rows.get(0))).encode() : null);
  }

  /**
   * The caller's own reports of any status, the latest first: one statement.
   *
   * @param most how many at most
   * @return empty for somebody who is not signed in
   */
  public List<IncidentSummary> mine(int most) {
    Reader reader = caller.reader();
    return reader.signedIn()
        ? incidents.mine(reader, most).stream().map(row -> row.seenBy(reader)).toList()
        : List.of();
  }

  /**
   * The page of one incident: one statement, and a second one at the first view of the hour, which
   * notes who saw it. A withdrawn one is answered to those who may see it.
   *
   * @throws NotFoundException when there is none, or the caller may not see it
   */
  public IncidentDetail detail(String reference) {
    Reader reader = caller.reader();
    String wanted = reference == null ? "" : reference.strip().toUpperCase(Locale.ROOT);
    List<IncidentPart<?>> parts = given == null ? found.stream().toList() : given;
    IncidentRow.Whole whole =
        (wanted.matches("[A-Z0-9-]{1,20}")
                ? incidents.find(wanted, reader, parts)
                : Optional.<IncidentRow.Whole>empty())
            .orElseThrow(
                () -> new NotFoundException("There is no such incident, or you may not see it."));
    IncidentRow row = whole.row();
    IncidentRow.More more = whole.more();
    boolean own = SharingPolicy.mayKnowReporter(reader, row.shared());
    seen.saw(reader, "incident", wanted);
    List<StatusChange> history =
        whole.history().stream().map(step -> seenBy(reader, row, step)).toList();
    IncidentSummary summary = row.seenBy(reader);
    boolean reporter = reader.signedIn() && reader.accountId().equals(row.reporterId());
    return new IncidentDetail(
        summary,
        more.personsHarmed(),
        more.harmNote(),
        more.told(),
        SharingPolicy.mayAskBack(reader, row.shared()) ? more.contact() : null,
        SharingPolicy.mayKnowName(reader, row.shared()) ? more.reporterName() : null,
        SharingPolicy.mayKnowCompany(reader, row.shared()) ? more.companyName() : null,
        own ? more.reportedAt() : row.coarse(more.reportedAt()),
        more.version(),
        history,
        reader.is(Role.EDITOR) && !reporter,
        read(
            parts,
            whole.parts(),
            new IncidentPart.Seen(reader, summary, own, reporter, row.shared())));
  }

  private static Map<Class<?>, Object> read(
      List<IncidentPart<?>> parts, List<JsonValue> values, IncidentPart.Seen seen) {
    Map<Class<?>, Object> read = new HashMap<>();
    for (int n = 0; n < parts.size(); n++) {
      read.put(parts.get(n).type(), parts.get(n).read(values.get(n), seen));
    }
    return read;
  }

  /** Members and partners see which editor judged; the public sees that one did. */
  private static StatusChange seenBy(Reader reader, IncidentRow row, IncidentRow.Step step) {
    StatusChange change = step.change();
    String name = change.actorName();
    Instant at = change.at();
    boolean own = SharingPolicy.mayKnowReporter(reader, row.shared());
    if (step.actorId() != null && step.actorId().equals(row.reporterId())) {
      name = SharingPolicy.mayKnowName(reader, row.shared()) ? name : "A member";
      at = own ? at : row.coarse(at);
    } else if (!own && step.actorId() != null) {
      if (!reader.is(Role.MEMBER) && !reader.is(Role.PARTNER)) {
        name = "An editor";
      }
    }
    return new StatusChange(
        at, change.from(), change.to(), change.severity(), change.reason(), name);
  }

  /**
   * Hands the whole selection to the consumer, row by row in the order of the filter, with flat
   * memory. It runs outside of a transaction, so that a slow reader holds none open. Each row has
   * the answers of its long form that every reader may see; of an anonymous report no hour is told.
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void stream(IncidentFilter filter, Consumer<DetailedIncident> consumer) {
    Reader reader = caller.reader();
    incidents.stream(places.resolve(filter), reader, row -> consumer.accept(row.seenBy(reader)));
  }

  /**
   * The markers of the map, clustered on the server by a grid that fits the zoom: one statement, at
   * most about 400 markers, the fullest first.
   *
   * @param bounds what the map shows; may cross the antimeridian
   * @param zoom 0 (world) to 18
   */
  public List<MapCell> map(IncidentFilter filter, Box bounds, int zoom) {
    return incidents.map(
        places.resolve(filter), caller.reader(), bounds, cellDegrees(bounds, zoom));
  }

  /**
   * Cells of about 64 pixels of the map (256 pixels hold 360 degrees at zoom 0), doubled until not
   * more than 400 can be hit. Steps of two keep clusters where they are when the map is moved.
   */
  static double cellDegrees(Box bounds, int zoom) {
    double width = bounds.east() - bounds.west() + (bounds.crossesAntimeridian() ? 360 : 0);
    double height = bounds.north() - bounds.south();
    double cell = 90.0 / (1 << Math.max(0, Math.min(18, zoom)));
    while ((width / cell + 1) * (height / cell + 1) > MOST_CELLS) {
      cell *= 2;
    }
    return cell;
  }
}

package org.csoalliance.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Tlp;

/**
 * What a list, map, feed or export selects; the same for pages and the interface, and the same in
 * the address: {@code kind, status, severity, from, to, bbox, near, radius_nm, port, area, text,
 * tlp, source, sort}.
 *
 * @param kinds empty: any
 * @param statuses empty: all but WITHDRAWN
 * @param severities empty: any, rated or not
 * @param from inclusive, null: no bound
 * @param to exclusive, null: no bound
 * @param bbox null: anywhere; may cross the antimeridian
 * @param near null: anywhere; with {@code radiusNm}
 * @param radiusNm nautical miles, 1 to 2,000; round {@code near}, or round the port of a UN/LOCODE
 * @param port words to be found in the place, or a UN/LOCODE, null: any
 * @param area the slug of a named sea area, null: any
 * @param text words, null: any
 * @param tlps empty: any that the reader may see
 * @param sources empty: any
 */
public record IncidentFilter(
    Set<IncidentKind> kinds,
    Set<IncidentStatus> statuses,
    Set<Integer> severities,
    Instant from,
    Instant to,
    Box bbox,
    Position near,
    Double radiusNm,
    String port,
    String area,
    String text,
    Set<Tlp> tlps,
    Set<IncidentSource> sources,
    Sort sort) {

  /** The order of a list. */
  public enum Sort {
    NEWEST,
    OLDEST,
    GRAVEST,
    UPDATED
  }

  /** The names of the parameters that {@link #parse} reads, in the order of {@link #toQuery}. */
  public static final List<String> PARAMETERS =
      List.of(
          "kind",
          "status",
          "severity",
          "from",
          "to",
          "bbox",
          "near",
          "radius_nm",
          "port",
          "area",
          "text",
          "tlp",
          "source",
          "sort");

  /** Everything that is not withdrawn, newest first. */
  public static final IncidentFilter ALL =
      new IncidentFilter(
          Set.of(),
          Set.of(),
          Set.of(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          Set.of(),
          Set.of(),
          Sort.NEWEST);

  /** A selection in no named area. */
  public IncidentFilter(
      Set<IncidentKind> kinds,
      Set<IncidentStatus> statuses,
      Set<Integer> severities,
      Instant from,
      Instant to,
      Box bbox,
      Position near,
      Double radiusNm,
      String port,
      String text,
      Set<Tlp> tlps,
      Set<IncidentSource> sources,
      Sort sort) {
    this(
        kinds,
        statuses,
        severities,
        from,
        to,
        bbox,
        near,
        radiusNm,
        port,
        null,
        text,
        tlps,
        sources,
        sort);
  }

  /** Copies the sets, so that a filter never changes. */
  public IncidentFilter {
    kinds = Set.copyOf(kinds);
    statuses = Set.copyOf(statuses);
    severities = Set.copyOf(severities);
    tlps = Set.copyOf(tlps);
    sources = Set.copyOf(sources);
    sort = sort == null ? Sort.NEWEST : sort;
  }

  /**
   * Reads the parameters of an address; unknown parameters are left to the caller, blank ones count
   * as not given. Words are read whatever their case; kind, status, severity, tlp and source may be
   * repeated or parted by commas. Dates are written as {@code 2026-11-16}, {@code 16 Nov 2026} or
   * as an RFC 3339 time; a date without a time in {@code to} includes that day. {@code bbox} is
   * west, south, east, north as in GeoJSON; {@code near} is any typed position, with {@code
   * radius_nm} of 50 unless given.
   *
   * @param parameters decoded, by name
   * @throws org.csoalliance.platform.error.InvalidException with a sentence for each wrong one
   */
  public static IncidentFilter parse(Map<String, List<String>> parameters) {
    return new FilterParser(parameters).parse();
  }

  /**
   * The parameters in one fixed order, encoded for an address, without a question mark; empty for
   * {@link #ALL}.
   */
  public String toQuery() {
    return FilterQuery.of(this);
  }

  /** The same selection in another order. */
  public IncidentFilter sorted(Sort order) {
    return new IncidentFilter(
        kinds,
        statuses,
        severities,
        from,
        to,
        bbox,
        near,
        radiusNm,
        port,
        area,
        text,
        tlps,
        sources,
        order);
  }

  /** The same selection in a circle, and by no name of a port. */
  public IncidentFilter round(Position centre, double miles) {
    return new IncidentFilter(
        kinds,
        statuses,
        severities,
        from,
        to,
        bbox,
        centre,
        miles,
        null,
        area,
        text,
        tlps,
        sources,
        sort);
  }

  /** The same selection of another time. */
  public IncidentFilter during(Instant start, Instant end) {
    return new IncidentFilter(
        kinds,
        statuses,
        severities,
        start,
        end,
        bbox,
        near,
        radiusNm,
        port,
        area,
        text,
        tlps,
        sources,
        sort);
  }

  /** Whether what is asked for as a port is written as a UN/LOCODE; a short name may be too. */
  public boolean portMayBeLocode() {
    return port != null && port.matches("[A-Za-z]{2}[A-Za-z0-9]{3}");
  }
}

package org.csoalliance.web.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentFilter.Sort;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.incident.IncidentPage;
import org.csoalliance.incident.IncidentSource;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.platform.sharing.SmallCount;
import org.csoalliance.platform.sharing.Tlp;

/** List and map of incidents: one address holds filter, order and page. */
@Named("incidentList")
@RequestScoped
public class IncidentListBean {
  private static final int ROWS = 25;
  private static final String ADDRESS = "/incidents";

  /**
   * A limit of place or label that the filter's fields do not show, and the way to be rid of it.
   */
  public record Limit(String text, String remove) {}

  @Inject private IncidentListService incidents;
  @Inject private IncidentWords words;
  @Inject private Settings settings;
  @Inject private CallerContext caller;

  private FilterForm form;
  private IncidentPage page;
  private String map;

  /** Reads the address and fetches one page; nothing when a filter cannot be used. */
  public void load() {
    Map<String, String[]> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
    form = new FilterForm(parameters);
    map = first(parameters, "map");
    String cursor = first(parameters, "cursor");
    if (form.filter() == null) {
      return;
    }
    try {
      page = incidents.page(form.filter(), ROWS, cursor, true);
    } catch (InvalidException refused) {
      form.wrong().putAll(refused.fields());
    }
  }

  private static String first(Map<String, String[]> parameters, String name) {
    String[] values = parameters.get(name);
    return values == null || values.length == 0 || values[0].isBlank() ? null : values[0];
  }

  /** Whether the list can be shown. */
  public boolean isShown() {
    return page != null;
  }

  /** The rows of this page. */
  public List<IncidentSummary> getRows() {
    return page == null ? List.of() : page.items();
  }

  /** How many incidents the filter selects for this reader. */
  public String getTotal() {
    SmallCount total = page == null ? new SmallCount(0, false) : page.total();
    return total.few() ? total.words() + " incidents" : words.count(total.shown());
  }

  /** Whether the map tells few markers in one place as few: yes or no. */
  public String getFew() {
    return SmallCount.exactLists(caller.reader()) ? "no" : "yes";
  }

  /** Whether anything narrows the list. */
  public boolean isFiltered() {
    return form.count() > 0;
  }

  /** How many filters are set. */
  public long getFilterCount() {
    return form.count();
  }

  /** What follows the count: period and order. */
  public String getSelection() {
    return words.selection(form.filter());
  }

  /** A filter's value as it was given. */
  public String value(String name) {
    return form.value(name);
  }

  /** The sentence about a filter that cannot be used, null when it can. */
  public String wrong(String name) {
    return form.wrong().get(name);
  }

  /** All sentences, for the summary. */
  public Map<String, String> getWrong() {
    return form.wrong();
  }

  /** A date as a date field takes it keeps that field; anything else is shown as it was typed. */
  public String dateType(String name) {
    String value = form.value(name);
    return value.isEmpty() || value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? "date" : "text";
  }

  /**
   * Choices of a filter beside "any"; several chosen at once, as a link may, stand as one choice
   * more.
   */
  public List<SelectItem> choices(String name) {
    List<SelectItem> items = new ArrayList<>();
    switch (name) {
      case "kind" -> add(items, Arrays.asList(IncidentKind.values()), "kind.");
      case "status" -> add(items, Arrays.asList(IncidentStatus.values()), "status.");
      case "severity" -> add(items, List.of("1", "2", "3", "4"), "severity.");
      default ->
          Arrays.stream(IncidentSource.values())
              .forEach(source -> items.add(new SelectItem(source.name(), source.label())));
    }
    String value = form.value(name);
    if (!value.isEmpty() && items.stream().noneMatch(item -> item.getValue().equals(value))) {
      int count = value.split(",", -1).length;
      items.add(new SelectItem(value, count > 1 ? words.fill("list.several", count) : value));
    }
    return items;
  }

  private static void add(List<SelectItem> items, List<?> values, String prefix) {
    values.forEach(
        value -> items.add(new SelectItem(value.toString(), IncidentWords.text(prefix + value))));
  }

  /** Parameters that the fields do not show and that a new search keeps. */
  public List<String> getKept() {
    return List.of("bbox", "near", "radius_nm", "port", "area", "tlp", "sort").stream()
        .filter(name -> !form.value(name).isEmpty() && !form.wrong().containsKey(name))
        .toList();
  }

  /** Limits that the fields do not show. */
  public List<Limit> getLimits() {
    IncidentFilter f = form.filter();
    List<Limit> limits = new ArrayList<>();
    if (f == null) {
      return limits;
    }
    if (f.bbox() != null) {
      String from = new Position(f.bbox().south(), f.bbox().west()).format();
      String to = new Position(f.bbox().north(), f.bbox().east()).format();
      limits.add(limit("bbox", words.fill("list.area.box", from, to)));
    }
    if (f.near() != null) {
      String radius = words.number(Math.round(f.radiusNm()));
      limits.add(limit("near", words.fill("list.area.near", radius, f.near().format())));
    }
    if (f.port() != null && f.radiusNm() != null && f.near() == null) {
      String radius = words.number(Math.round(f.radiusNm()));
      limits.add(limit("port", words.fill("list.area.locode", radius, f.port())));
    } else if (f.port() != null) {
      limits.add(limit("port", words.fill("list.area.port", f.port())));
    }
    if (f.area() != null) {
      limits.add(limit("area", words.fill("list.area.named", f.area())));
    }
    if (!f.tlps().isEmpty()) {
      String labels = f.tlps().stream().sorted().map(Tlp::label).collect(Collectors.joining(", "));
      limits.add(limit("tlp", words.fill("list.area.tlp", labels)));
    }
    return limits;
  }

  private Limit limit(String name, String text) {
    return new Limit(text, address(FilterForm.without(form.filter(), name), null));
  }

  /** The query of this selection for feeds and exports, with its question mark, or empty. */
  public String getQuery() {
    return form.filter() == null ? "" : FilterForm.query(form.filter().toQuery());
  }

  /** The query of an alert about this place and these kinds. */
  public String getWatchQuery() {
    return form.filter() == null
        ? ""
        : FilterForm.query(FilterForm.watchable(form.filter()).toQuery());
  }

  /** The address of the same selection in another order, from its first page. */
  public String sorted(String sort) {
    return form.filter() == null
        ? ADDRESS
        : address(form.filter().sorted(Sort.valueOf(sort)), null);
  }

  /** The order of now. */
  public String getSort() {
    return form.filter() == null ? "" : form.filter().sort().name();
  }

  /** The address of the page before, null on the first one. */
  public String getPrevious() {
    return page == null || page.previous() == null ? null : address(form.filter(), page.previous());
  }

  /** The address of the page after, null on the last one. */
  public String getNext() {
    return page == null || page.next() == null ? null : address(form.filter(), page.next());
  }

  private String address(IncidentFilter filter, String cursor) {
    return ADDRESS
        + FilterForm.query(
            filter.toQuery(),
            map == null ? null : "map=" + (isMapOff() ? "off" : "on"),
            cursor == null ? null : "cursor=" + URLEncoder.encode(cursor, UTF_8));
  }

  /** Whether the address asks for no map. */
  public boolean isMapOff() {
    return "off".equals(map);
  }

  /** Whether the address asks for the map, whatever the size of the window. */
  public boolean isMapOn() {
    return "on".equals(map);
  }

  /** The table of shapes on the map. */
  public KindGroup[] getGroups() {
    return KindGroup.values();
  }

  /** The address pattern of map tiles that the administrator configured; null: none. */
  public String getTiles() {
    return settings.text("alliance.map.tiles").orElse(null);
  }

  /** Latitude and longitude of the middle of a circle, with a comma; null: no circle. */
  public String getNearDecimal() {
    Position near = form.filter() == null ? null : form.filter().near();
    return near == null ? null : near.latitude() + "," + near.longitude();
  }

  /** The radius of a circle in nautical miles; null: no circle. */
  public Double getRadius() {
    return form.filter() == null ? null : form.filter().radiusNm();
  }
}

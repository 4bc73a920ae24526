package org.csoalliance.web.alert;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.csoalliance.geography.PortService;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.alert.AlertSubscriptionService;
import org.csoalliance.incident.alert.Shape;
import org.csoalliance.incident.alert.TypedWatch;
import org.csoalliance.incident.alert.WatchOrder;
import org.csoalliance.incident.alert.WatersText;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.SmallCount;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.web.shared.Answers;

/** The page {@code /alerts/new?shape=…}: waters, what is wanted, and when to be mailed. */
@Named("newWatch")
@RequestScoped
public class NewWatchBean {
  @Inject private AlertSubscriptionService service;
  @Inject private PortService ports;

  private final Map<String, String> fields = new HashMap<>(Map.of("delivery", "NOW"));
  private Map<String, List<String>> ticked = Map.of();
  private String shape = Shape.CIRCLE.name();
  private String preview;

  /**
   * Reads the form of the waters from the address before any field is: which fields there are
   * depends on it.
   */
  @PostConstruct
  void begin() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    Map<String, String[]> given = external.getRequestParameterValuesMap();
    String asked = external.getRequestParameterMap().get("shape");
    getShapes().stream()
        .map(Shape::name)
        .filter(known -> known.equals(asked))
        .forEach(known -> shape = known);
    ticked = Map.of("kind", all(given, "kind"), "label", all(given, "label"));
  }

  /** Before the page is shown for the first time: what the address brings along. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    Map<String, String> given = context.getExternalContext().getRequestParameterMap();
    String asked = given.get("shape");
    if (asked != null && !asked.equals(shape)) {
      Answers.badRequest(context);
      return;
    }
    List.of("position", "radius", "southWest", "northEast", "port")
        .forEach(
            field -> {
              String value = given.get(field);
              if (value != null && value.length() <= 100) {
                fields.put(field, value);
              }
            });
  }

  private static List<String> all(Map<String, String[]> given, String name) {
    String[] values = given.get(name);
    return values == null ? List.of() : Arrays.asList(values);
  }

  /** The selection of a list, as the parameters of this page. */
  static String query(ExternalContext external) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    external
        .getRequestParameterValuesMap()
        .forEach((key, values) -> parameters.put(key, Arrays.asList(values)));
    StringJoiner query = new StringJoiner("&");
    try {
      IncidentFilter filter = IncidentFilter.parse(parameters);
      if (filter.near() != null && filter.radiusNm() != null) {
        add(query, "shape", "CIRCLE");
        add(query, "position", filter.near().format());
        add(query, "radius", WatersText.miles(filter.radiusNm()));
      } else if (filter.bbox() != null) {
        add(query, "shape", "BOX");
        add(query, "southWest", place(filter.bbox().south(), filter.bbox().west()));
        add(query, "northEast", place(filter.bbox().north(), filter.bbox().east()));
      }
      filter.kinds().forEach(kind -> add(query, "kind", kind.name()));
    } catch (InvalidException notOurs) {
      return "shape=CIRCLE";
    }
    return query.toString();
  }

  private static String place(double latitude, double longitude) {
    return new Position(latitude, longitude).format();
  }

  private static void add(StringJoiner query, String name, String value) {
    query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  /** Takes what was typed; stays on the page with the sentences when it cannot be taken. */
  public void watch() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      WatchOrder order = order();
      service.watch(order);
      Answers.notice(context, "You watch " + order.name() + ". Alerts go to your e-mail address.");
      Answers.redirect(context, "/alerts");
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    }
  }

  /** Tells how many alerts it would have been, and keeps what was typed. */
  public void count() {
    try {
      SmallCount count = service.wouldHaveSent(order());
      preview =
          count.few()
              ? AlertWords.fill("new.preview.few", count.words())
              : AlertWords.fill("new.preview.done", count.shown());
    } catch (InvalidException refused) {
      Answers.invalid(FacesContext.getCurrentInstance(), refused);
    }
  }

  private WatchOrder order() {
    return new TypedWatch(
            fields.get("name"),
            shape,
            fields.get("position"),
            fields.get("radius"),
            fields.get("southWest"),
            fields.get("northEast"),
            fields.get("outline"),
            fields.get("waypoints"),
            fields.get("width"),
            fields.get("port"),
            ticked.get("kind"),
            fields.get("atLeast"),
            ticked.get("label"),
            fields.get("words"),
            fields.get("delivery"))
        .understood(this::port);
  }

  private Optional<TypedWatch.NamedPort> port(String code) {
    return ports
        .find(code)
        .map(port -> new TypedWatch.NamedPort(port.code(), port.label(), port.position()));
  }

  /** What was typed, by the names of {@link TypedWatch}. */
  public Map<String, String> getF() {
    return fields;
  }

  /** The form of the waters that this page asks for. */
  public String getShape() {
    return shape;
  }

  /** Every form there is. */
  public List<Shape> getShapes() {
    return List.of(Shape.values());
  }

  /** Whether the chart helps to fill the fields of this form. */
  public boolean isDrawn() {
    return !shape.equals(Shape.PORT.name()) && !shape.equals(Shape.WORLD.name());
  }

  /** How many alerts it would have been, in a sentence; null when nobody asked. */
  public String getPreview() {
    return preview;
  }

  /** Every kind there is. */
  public List<IncidentKind> getAllKinds() {
    return List.of(IncidentKind.values());
  }

  /** Every label there is. */
  public List<Tlp> getAllLabels() {
    return List.of(Tlp.values());
  }

  /** Whether a box is ticked. */
  public boolean ticked(String group, Enum<?> constant) {
    return ticked.getOrDefault(group, List.of()).contains(constant.name());
  }

  /** The sentence at a group of boxes, null when it was not refused. */
  public String error(String field) {
    return FacesContext.getCurrentInstance().getMessageList(field).stream()
        .map(FacesMessage::getSummary)
        .findFirst()
        .orElse(null);
  }
}

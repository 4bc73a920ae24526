package org.csoalliance.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.alert.AlertSubscriptionService;
import org.csoalliance.incident.alert.KnownWaters;
import org.csoalliance.incident.alert.TypedWaters;
import org.csoalliance.incident.alert.Watch;
import org.csoalliance.incident.alert.Waters;
import org.csoalliance.incident.alert.WatersText;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;

/** The page on which a person says which waters to be mailed about. */
@Named("alerts")
@RequestScoped
public class AlertsBean {
  private static final String ADDRESS = "/alerts";
  private static final String STOPPED = "alliance.alerts.stopped";

  @Inject private AlertSubscriptionService service;

  private String name;
  private String shape = "CIRCLE";
  private String position;
  private String radius;
  private String southWest;
  private String northEast;
  private List<String> kinds = List.of();
  private List<Watch> watches;

  /**
   * Before the page is shown or a form is taken: reads the buttons that are no Faces components.
   */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    ExternalContext external = context.getExternalContext();
    Map<String, String> given = external.getRequestParameterMap();
    kinds = kinds(external);
    if (!context.isPostback()) {
      watches = service.mine();
      prefill(external);
    } else if (given.containsKey("stop")) {
      stop(context, given.get("stop"));
    } else if (given.containsKey("undo")) {
      start(
          context,
          new TypedWaters(
              given.get("undo-name"),
              given.get("undo-shape"),
              given.get("undo-position"),
              given.get("undo-radius"),
              given.get("undo-south-west"),
              given.get("undo-north-east"),
              kinds));
    } else if (given.containsKey("known")) {
      KnownWaters.of(given.get("known"))
          .ifPresentOrElse(
              known -> start(context, TypedWaters.of(known.waters())),
              () -> Answers.badRequest(context));
    }
  }

  /** Takes what was typed; stays on the page with the sentences when it cannot be taken. */
  public void watch() {
    start(
        FacesContext.getCurrentInstance(),
        new TypedWaters(name, shape, position, radius, southWest, northEast, kinds));
  }

  private void start(FacesContext context, TypedWaters typed) {
    try {
      Waters waters = typed.understood();
      service.watch(waters);
      Answers.notice(context, "You watch " + waters.name() + ". Alerts go to your e-mail address.");
      Answers.redirect(context, ADDRESS);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    }
  }

  private void stop(FacesContext context, String id) {
    try {
      TypedWaters stopped = TypedWaters.of(service.stop(Long.parseLong(id)));
      context.getExternalContext().getFlash().put(STOPPED, stopped);
    } catch (NotFoundException | NumberFormatException gone) {
      Answers.notice(context, "This watch was stopped before.");
    }
    Answers.redirect(context, ADDRESS);
  }

  private void prefill(ExternalContext external) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    external
        .getRequestParameterValuesMap()
        .forEach((key, values) -> parameters.put(key, Arrays.asList(values)));
    IncidentFilter filter;
    try {
      filter = IncidentFilter.parse(parameters);
    } catch (InvalidException notOurs) {
      return;
    }
    kinds = filter.kinds().stream().map(IncidentKind::name).toList();
    if (filter.near() != null && filter.radiusNm() != null) {
      position = filter.near().format();
      radius = WatersText.miles(filter.radiusNm());
    } else if (filter.bbox() != null) {
      TypedWaters typed = TypedWaters.of(Waters.box("", filter.bbox(), filter.kinds()));
      shape = typed.shape();
      southWest = typed.southWest();
      northEast = typed.northEast();
    }
  }

  private static List<String> kinds(ExternalContext external) {
    String[] given = external.getRequestParameterValuesMap().get("kind");
    return given == null ? List.of() : List.of(given);
  }

  /** The person's watches, oldest first. */
  public List<Watch> getWatches() {
    if (watches == null) {
      watches = service.mine();
    }
    return watches;
  }

  /** What was stopped just now, to take it back; null when nothing was. */
  public TypedWaters getStopped() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    return (TypedWaters) external.getFlash().get(STOPPED);
  }

  /** Waters that many watch and this person does not. */
  public List<KnownWaters> getKnown() {
    List<Waters> mine = getWatches().stream().map(Watch::waters).toList();
    return KnownWaters.all().stream().filter(known -> !mine.contains(known.waters())).toList();
  }

  /** Every kind there is. */
  public List<IncidentKind> getAllKinds() {
    return List.of(IncidentKind.values());
  }

  /** Whether the box of this kind is ticked. */
  public boolean ticked(IncidentKind kind) {
    return kinds.contains(kind.name());
  }

  /** Where waters lie, in words. */
  public String place(Waters waters) {
    return WatersText.place(waters);
  }

  /** The kinds of a watch, in words. */
  public String kindsOf(Waters waters) {
    return WatersText.kinds(waters.kinds());
  }

  /** A kind in words. */
  public String word(IncidentKind kind) {
    return kind.words();
  }

  /** Whether a field was refused. */
  public boolean wrong(String field) {
    return error(field) != null;
  }

  /** The sentence at a field, null when it was not refused. */
  public String error(String field) {
    return FacesContext.getCurrentInstance().getMessageList(field).stream()
        .map(FacesMessage::getSummary)
        .findFirst()
        .orElse(null);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getShape() {
    return shape;
  }

  public void setShape(String shape) {
    this.shape = shape;
  }

  public String getPosition() {
    return position;
  }

  public void setPosition(String position) {
    this.position = position;
  }

  public String getRadius() {
    return radius;
  }

  public void setRadius(String radius) {
    this.radius = radius;
  }

  public String getSouthWest() {
    return southWest;
  }

  public void setSouthWest(String southWest) {
    this.southWest = southWest;
  }

  public String getNorthEast() {
    return northEast;
  }

  public void setNorthEast(String northEast) {
    this.northEast = northEast;
  }
}

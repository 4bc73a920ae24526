package org.csoalliance.web.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.incident.PersonsHarmed;
import org.csoalliance.incident.form.FormCatalog;
import org.csoalliance.incident.form.FormWords;
import org.csoalliance.platform.sharing.Tlp;

/** What the form of the quick report offers to choose from. */
@Named("reportPage")
@ApplicationScoped
public class ReportPage {
  private static final List<String> FIELDS =
      List.of(
          "kind",
          "day",
          "month",
          "year",
          "time",
          "clock",
          "precision",
          "position",
          "area",
          "shipImo",
          "shipName",
          "text",
          "personsHarmed",
          "harmNote",
          "told",
          "tlp",
          "contact");

  /** The most frequent first; OTHER last. */
  private static final List<IncidentKind> KINDS =
      List.of(
          IncidentKind.ROBBERY,
          IncidentKind.SUSPICIOUS,
          IncidentKind.ATTEMPT,
          IncidentKind.ATTACK,
          IncidentKind.HIJACK,
          IncidentKind.KIDNAP,
          IncidentKind.CARGO_THEFT,
          IncidentKind.STOWAWAY,
          IncidentKind.CYBER,
          IncidentKind.STATE_ACTION,
          IncidentKind.DRUGS,
          IncidentKind.MIGRANTS,
          IncidentKind.WEAPONS,
          IncidentKind.OTHER);

  /** Offsets in minutes that clocks ashore use beside the whole hours. */
  private static final List<Integer> ODD_OFFSETS =
      List.of(-570, -210, 210, 270, 330, 345, 390, 525, 570, 630, 765);

  private static final List<SelectItem> CLOCKS = clocks();

  @Inject private Clock time;

  /** This moment. */
  public Instant now() {
    return time.instant();
  }

  private static List<SelectItem> clocks() {
    List<SelectItem> clocks = new ArrayList<>();
    clocks.add(new SelectItem(ReportReader.UTC, "UTC"));
    IntStream.concat(
            IntStream.rangeClosed(-12, 14).map(hour -> hour * 60),
            ODD_OFFSETS.stream().mapToInt(Integer::intValue))
        .sorted()
        .forEach(
            minutes ->
                clocks.add(new SelectItem(String.valueOf(minutes), "Local, " + offset(minutes))));
    return List.copyOf(clocks);
  }

  /** Such as "UTC+5:30". */
  static String offset(int minutes) {
    int rest = Math.abs(minutes) % 60;
    return "UTC"
        + (minutes < 0 ? "−" : "+")
        + Math.abs(minutes) / 60
        + (rest == 0 ? "" : ":" + (rest < 10 ? "0" : "") + rest);
  }

  /** Sentences in the order of the form; of fields that it lacks, at the end. */
  static Map<String, String> inOrder(Map<String, String> wrong) {
    Map<String, String> ordered = new LinkedHashMap<>();
    FIELDS.forEach(
        field -> {
          if (wrong.containsKey(field)) {
            ordered.put(field, wrong.get(field));
          }
        });
    wrong.forEach(ordered::putIfAbsent);
    return ordered;
  }

  /** Kinds in the order in which they are offered. */
  public List<SelectItem> getKinds() {
    return items(KINDS, "kind.choice.", null);
  }

  /** The long forms: address and name. */
  public List<SelectItem> getLongForms() {
    return FormCatalog.shipped().forms().stream()
        .map(
            form ->
                new SelectItem(
                    LongFormRoute.address(IncidentKind.valueOf(form.kinds().get(0)), "", null),
                    FormWords.english().text("form." + form.name())))
        .toList();
  }

  /** Clocks, from west to east after UTC. */
  public List<SelectItem> getClocks() {
    return CLOCKS;
  }

  /** The clocks, for a form that is written without a component. */
  static List<SelectItem> clockItems() {
    return CLOCKS;
  }

  /** How exactly the time is known. */
  public List<SelectItem> getPrecisions() {
    return items(List.of(OccurredPrecision.values()), "precision.", null);
  }

  /** Whether people were harmed. */
  public List<SelectItem> getHarms() {
    return items(List.of(PersonsHarmed.values()), "harmed.", null);
  }

  /** Labels, the usual one first, each with its meaning. */
  public List<SelectItem> getTlps() {
    return items(
        List.of(Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED, Tlp.CLEAR),
        "tlp.choice.",
        "tlp.hint.");
  }

  private static List<SelectItem> items(List<? extends Enum<?>> values, String label, String hint) {
    return values.stream()
        .map(
            value ->
                new SelectItem(
                    value,
                    IncidentWords.text(label + value.name()),
                    hint == null ? null : IncidentWords.text(hint + value.name())))
        .toList();
  }

  /** The first sentence about day, month, year, time or clock; null when there is none. */
  public String getWhenError() {
    return Stream.of("day", "month", "year", "time", "clock")
        .map(ReportPage::error)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** "true" when something is wrong with the field, else null: an aria attribute. */
  public String wrong(String field) {
    return error(field) == null ? null : "true";
  }

  private static String error(String field) {
    return FacesContext.getCurrentInstance().getMessageList(field).stream()
        .map(FacesMessage::getSummary)
        .findFirst()
        .orElse(null);
  }
}

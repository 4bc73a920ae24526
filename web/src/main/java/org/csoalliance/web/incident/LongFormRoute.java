package org.csoalliance.web.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentVersions;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormWords;
import org.csoalliance.incident.form.Step;
import org.csoalliance.web.shared.Asked;

/**
 * Where a long form stands: what its address says, the pages before and after, and their addresses.
 *
 * @param kind null: the address names none that we know
 * @param form the form of the kind; null without a kind
 * @param of the report that is added to; empty: a new one
 * @param step the page
 */
public record LongFormRoute(IncidentKind kind, Form form, String of, Step step) {
  private static final FormWords WORDS = FormWords.english();

  /** What the address of this request says. */
  static LongFormRoute asked() {
    IncidentKind kind = kind(Asked.parameter("what")).orElse(null);
    return new LongFormRoute(
        kind,
        kind == null ? null : IncidentVersions.form(kind),
        reference(blank(Asked.parameter("of"))),
        Step.of(blank(Asked.parameter("step"))));
  }

  /** The same form at another report, on the first page if this one is not of it. */
  LongFormRoute on(String reference) {
    LongFormRoute there = new LongFormRoute(kind, form, reference, step);
    return there.steps().contains(step)
        ? there
        : new LongFormRoute(kind, form, reference, there.steps().get(0));
  }

  /** The pages of this form. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>(form == null ? List.of(Step.WHAT) : form.steps());
    if (!of.isEmpty()) {
      // who reads it is changed on the page of the incident
      steps.remove(Step.SHARING);
      steps.add(Step.VERSION);
    }
    steps.add(Step.CHECK);
    return steps;
  }

  boolean first() {
    return step == steps().get(0);
  }

  Step before() {
    return steps().get(Math.max(0, steps().indexOf(step) - 1));
  }

  Step after() {
    return steps().get(steps().indexOf(step) + 1);
  }

  /** The address of a page of this form, relative to the context; null: of the form. */
  String address(Step page) {
    return address(kind, of, page);
  }

  /** The address of a form, relative to the context. */
  static String address(IncidentKind kind, String of, Step step) {
    List<String> query = new ArrayList<>();
    if (!of.isEmpty()) {
      query.add("of=" + of);
    }
    if (step != null) {
      query.add("step=" + step.slug());
    }
    return "/report/" + slug(kind) + (query.isEmpty() ? "" : "?" + String.join("&", query));
  }

  /** The heading of the form. */
  String title() {
    return of.isEmpty()
        ? WORDS.text("form." + (form == null ? "" : form.name()))
        : FormTexts.text("title.more").replace("{0}", of);
  }

  /** Such as "Step 2 of 9". */
  String progress() {
    return FormTexts.text("step.of")
        .replace("{0}", String.valueOf(steps().indexOf(step) + 1))
        .replace("{1}", String.valueOf(steps().size()));
  }

  /** A page in the line of steps. */
  public record Line(String title, String address, boolean done, boolean current) {}

  /** The line of steps. */
  List<Line> lines() {
    if (kind == null) {
      return List.of();
    }
    List<Step> steps = steps();
    int at = steps.indexOf(step);
    List<Line> lines = new ArrayList<>();
    for (int n = 0; n < steps.size(); n++) {
      Step one = steps.get(n);
      lines.add(new Line(WORDS.text("step." + one), address(one), n < at, n == at));
    }
    return lines;
  }

  /** A kind as it stands in an address: {@code cargo-theft}. */
  private static String slug(IncidentKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Optional<IncidentKind> kind(String slug) {
    for (IncidentKind one : IncidentKind.values()) {
      if (slug != null && slug(one).equals(slug.toLowerCase(Locale.ROOT).replace('_', '-'))) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private static String reference(String typed) {
    String reference = typed.strip().toUpperCase(Locale.ROOT);
    return reference.matches("[A-Z0-9-]{1,20}") ? reference : "";
  }

  private static String blank(String text) {
    return text == null ? "" : text;
  }
}

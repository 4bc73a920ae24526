package org.csoalliance.incident.form;

import java.util.Locale;

/** The pages of a long form, in their order. */
public enum Step {
  WHAT,
  WHERE,
  WHEN,
  SHIP,
  PEOPLE,
  CONSEQUENCES,
  TOLD,
  SHARING,
  /** What a further version is and why: asked only when something is added to a report. */
  VERSION,
  /** All answers once more, before they are sent. */
  CHECK;

  /** As it stands in an address. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The step of an address, the first one when there is none of that name. */
  public static Step of(String slug) {
    for (Step step : values()) {
      if (step.slug().equals(slug)) {
        return step;
      }
    }
    return WHAT;
  }
}

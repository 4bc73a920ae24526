package org.csoalliance.web.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.util.Map;
import org.csoalliance.web.shared.Bundles;

/** The words of the pages of surveys. */
@Named("surveyWords")
@ApplicationScoped
public class SurveyWords {
  private static final Map<String, String> TEXTS = Bundles.read("survey");

  /** Every text by its key. */
  @Produces
  @Dependent
  @Named("surveyText")
  public Map<String, String> texts() {
    return TEXTS;
  }

  /** A text with places {0}, {1} filled in; null as nothing. */
  public String fill(String key, Object... values) {
    return Bundles.fill(TEXTS, key, values);
  }

  /** A text by its key; the key itself where it is missing. */
  static String text(String key) {
    return TEXTS.getOrDefault(key, key);
  }
}

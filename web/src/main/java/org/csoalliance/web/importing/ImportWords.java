package org.csoalliance.web.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.util.Map;
import org.csoalliance.web.shared.Bundles;

/** The words of importing: {@code #{importText['list.title']}}. */
@ApplicationScoped
public class ImportWords {
  private static final Map<String, String> TEXTS = Bundles.read("importing");

  /** Every text by its key. */
  @Produces
  @Dependent
  @Named("importText")
  public Map<String, String> texts() {
    return TEXTS;
  }

  /** A text by its key. */
  static String text(String key) {
    return TEXTS.getOrDefault(key, key);
  }
}

package org.csoalliance.web.twin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.util.Map;
import org.csoalliance.web.shared.Bundles;

/** The words of twins and accounts: {@code #{twinText['list.title']}}. */
@ApplicationScoped
public class TwinWords {
  private static final Map<String, String> TEXTS = Bundles.read("twin");

  /** Every text by its key. */
  @Produces
  @Dependent
  @Named("twinText")
  public Map<String, String> texts() {
    return TEXTS;
  }

  /** A text by its key. */
  static String text(String key) {
    return TEXTS.getOrDefault(key, key);
  }
}

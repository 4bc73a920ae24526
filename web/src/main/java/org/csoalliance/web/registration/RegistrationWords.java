package org.csoalliance.web.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.util.Map;
import org.csoalliance.web.shared.Bundles;

/** The words of the pages of registrations. */
@Named("registrationWords")
@ApplicationScoped
public class RegistrationWords {
  private static final Map<String, String> TEXTS = Bundles.read("registration");

  /** Every text by its key. */
  @Produces
  @Dependent
  @Named("registrationText")
  public Map<String, String> texts() {
    return TEXTS;
  }

  /** A text with places {0}, {1} filled in; null as nothing. */
  public String fill(String key, Object... values) {
    return Bundles.fill(TEXTS, key, values);
  }
}

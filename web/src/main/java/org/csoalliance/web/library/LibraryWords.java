package org.csoalliance.web.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.util.Map;
import org.csoalliance.web.shared.Bundles;

/** The words of the pages of the library. */
@ApplicationScoped
public class LibraryWords {
  private static final Map<String, String> TEXTS = Bundles.read("library");

  /** Every text by its key. */
  @Produces
  @Dependent
  @Named("libraryText")
  public Map<String, String> texts() {
    return TEXTS;
  }
}

package org.csoalliance.web.library;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.library.FileFormat;
import org.csoalliance.library.LibraryItem;
import org.csoalliance.library.LibraryService;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Plural;

/** The page {@code /library}: what the reader may see, with words inside of PDFs. */
@Named("library")
@RequestScoped
public class LibraryBean {
  @EJB private LibraryService service;

  private List<LibraryItem> all = List.of();

  /** Reads the items that are asked for. */
  public void load() {
    all =
        service.list(getText(), language(), FileFormat.of(Asked.parameter("format")).orElse(null));
  }

  private static String language() {
    String language = Asked.parameter("language");
    return language != null && language.matches("[a-zA-Z-]{2,12}") ? language : "";
  }

  /** What is looked for. */
  public String getText() {
    String text = Asked.parameter("text");
    return text == null ? "" : text;
  }

  /** The format that is asked for, empty for any. */
  public String getFormat() {
    return FileFormat.of(Asked.parameter("format")).map(Enum::name).orElse("");
  }

  /** Whether something is asked for. */
  public boolean isFiltered() {
    return !getText().isBlank() || !getFormat().isEmpty() || !language().isEmpty();
  }

  /** The items. */
  public List<LibraryItem> getAll() {
    return all;
  }

  /** How many there are, in words. */
  public String getCount() {
    return Plural.of(all.size(), "item", "items");
  }

  /** Choices of a format. */
  public Map<String, String> getFormats() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("", "All");
    for (FileFormat format : FileFormat.values()) {
      choices.put(format.name(), format.words());
    }
    return choices;
  }
}

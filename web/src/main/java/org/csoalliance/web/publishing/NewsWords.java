package org.csoalliance.web.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.publishing.Kind;
import org.csoalliance.publishing.Markdown;
import org.csoalliance.web.shared.Bundles;

/** The words of the pages of bulletins. */
@Named("newsWords")
@ApplicationScoped
public class NewsWords {
  private static final Map<String, String> TEXTS = Bundles.read("publishing");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  /** Every text by its key. */
  @Produces
  @Dependent
  @Named("newsText")
  public Map<String, String> texts() {
    return TEXTS;
  }

  /** A text by its key; the key itself where it is missing. */
  static String text(String key) {
    return TEXTS.getOrDefault(key, key);
  }

  /** A text with places {0}, {1} filled in; numbers as they are. */
  public String fill(String key, Object... values) {
    return filled(key, values);
  }

  /** The same for beans. */
  static String filled(String key, Object... values) {
    Object[] words = Arrays.stream(values).map(String::valueOf).toArray();
    return new MessageFormat(text(key), Locale.ENGLISH).format(words);
  }

  /**
   * Sanitised HTML of a bulletin with the platform's own addresses, for a page.
   *
   * @param html of {@link Markdown}; null as nothing
   */
  public String html(String html) {
    String context = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath();
    return html == null ? "" : html.replace(Markdown.SITE + "/", context + "/");
  }

  /** Such as "20 Nov 2026". */
  public String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Such as "20 Nov 2026", of a time in UTC. */
  public String dayOf(Instant at) {
    return DAY.format(at.atOffset(ZoneOffset.UTC));
  }

  /** Such as "Bulletin, November 2026" or "News, 20 Nov 2026". */
  public String head(Kind kind, LocalDate day) {
    return kind.words() + ", " + (kind == Kind.BULLETIN ? MONTH : DAY).format(day);
  }

  /** Such as "November 2019"; of no year the heading of what came earlier. */
  public String time(int year, int month) {
    if (year == 0) {
      return text("archive.earlier");
    }
    return month == 0 ? String.valueOf(year) : month(month) + " " + year;
  }

  /** Such as "November". */
  public String month(int month) {
    return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}

package org.csoalliance.web.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.membership.coverage.CoverageFigure;
import org.csoalliance.membership.coverage.Denominator;
import org.csoalliance.membership.coverage.FleetBand;
import org.csoalliance.web.shared.Bundles;
import org.csoalliance.web.shared.TimeText;

/** The words of the pages of coverage: {@code #{coverageText['members.title']}}. */
@Named("coverageWords")
@ApplicationScoped
public class CoverageWords {
  private static final Map<String, String> TEXTS = Bundles.read("coverage");

  /** Every text by its key. */
  @Produces
  @Dependent
  @Named("coverageText")
  public Map<String, String> texts() {
    return TEXTS;
  }

  /** A text with its places filled in; numbers with commas, days as 22 Nov 2026. */
  static String fill(String key, Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof LocalDate day) {
        values[i] = TimeText.calendar(day);
      }
    }
    return new MessageFormat(TEXTS.getOrDefault(key, key), Locale.ENGLISH).format(values);
  }

  /** How many ships are covered; "few" where the number is kept back. */
  public String ships(CoverageFigure figure) {
    return figure.few() ? TEXTS.get("few") : number(figure.ships());
  }

  /** How many ships there are; "unknown" where no source is written down. */
  public String of(CoverageFigure figure) {
    return figure.of() == null ? TEXTS.get("unknown") : number(figure.of().ships());
  }

  /** The share such as 60%; empty where a number is missing. */
  public String share(CoverageFigure figure) {
    Integer percent = figure.percent();
    if (percent == null) {
      return "";
    }
    return percent > 100 ? TEXTS.get("over") : percent + "%";
  }

  /** A number with commas. */
  public String number(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A fleet size, such as {@code 5 to 19 ships}. */
  public String band(FleetBand band) {
    return band == null ? TEXTS.get("band.all") : TEXTS.get("band." + band);
  }

  /** The source with its day. */
  public String source(Denominator of) {
    return of == null ? "" : fill("source", of.source(), of.asOf());
  }
}

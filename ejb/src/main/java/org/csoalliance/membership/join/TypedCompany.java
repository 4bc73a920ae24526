package org.csoalliance.membership.join;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.membership.Sector;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.text.PlainText;

/**
 * A company as it was typed.
 *
 * @param flagStates names or codes, parted by commas
 * @param sector the name of a {@link Sector}
 * @param domain a mail domain, or an address of the web
 */
public record TypedCompany(
    String name, String imo, String country, String flagStates, String sector, String domain) {
  private static final int MOST_NAME = 200;
  private static final Pattern HOST =
      Pattern.compile("(?=.{4,253}$)([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");

  /**
   * Understands it.
   *
   * @throws InvalidException with a sentence for {@code companyName}, {@code companyImo}, {@code
   *     country}, {@code flagStates}, {@code sector}, {@code domain}
   */
  CompanyAnswers understood() {
    Map<String, String> wrong = new LinkedHashMap<>();
    String cleanName = PlainText.line(name, MOST_NAME);
    if (cleanName.isEmpty()) {
      wrong.put("companyName", "Enter the company’s name as on its document of compliance");
    } else if (name.strip().length() > MOST_NAME) {
      wrong.put("companyName", "Enter the company’s name in 200 characters or fewer");
    }
    Optional<ImoNumber> number = ImoNumber.company(imo);
    if (number.isEmpty()) {
      wrong.put("companyImo", wrongNumber());
    }
    Optional<String> code = Countries.of(country);
    if (code.isEmpty()) {
      wrong.put("country", "Enter the country’s English name or its two-letter code");
    }
    List<String> flags = List.of();
    try {
      flags = Countries.several("flagStates", flagStates);
      if (flags.isEmpty()) {
        wrong.put("flagStates", "Enter the flag States of your ships, parted by commas");
      }
    } catch (InvalidException unknown) {
      wrong.putAll(unknown.fields());
    }
    Sector chosen = null;
    for (Sector one : Sector.values()) {
      if (one.name().equals(sector)) {
        chosen = one;
      }
    }
    if (chosen == null) {
      wrong.put("sector", "Choose what the company’s ships mostly are");
    }
    String host = host();
    if (!HOST.matcher(host).matches()) {
      wrong.put(
          "domain", "Enter the domain behind the @ of the company’s mail, like company.example");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new CompanyAnswers(
        cleanName, number.orElseThrow().digits(), code.orElseThrow(), chosen, flags, host);
  }

  private String wrongNumber() {
    if (imo == null || imo.isBlank()) {
      return "Enter the IMO company number: seven digits on the document of compliance";
    }
    if (ImoNumber.ship(imo).isPresent()) {
      return "That is the number of a ship. Enter the company’s own IMO number, from the document of"
          + " compliance";
    }
    return imo.replaceAll("[^0-9]", "").length() == 7
        ? "This IMO company number fails its check digit. Compare it with the document of"
            + " compliance"
        : "Enter the IMO company number in seven digits";
  }

  private String host() {
    String text = domain == null ? "" : domain.strip().toLowerCase(Locale.ROOT);
    text = text.replaceFirst("^[a-z]+://", "").replaceFirst("[/?#].*$", "");
    text = text.substring(text.lastIndexOf('@') + 1);
    return text.startsWith("www.") ? text.substring(4) : text;
  }
}

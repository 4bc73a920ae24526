package org.csoalliance.membership.fleet;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.membership.ShipType;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.text.PlainText;

/**
 * A ship as it goes into a fleet.
 *
 * @param imo seven digits that pass the rule for ships
 * @param name one line
 * @param type null: as it is known, else another ship
 * @param flag ISO 3166 alpha-2, null when unknown
 */
public record ShipEntry(String imo, String name, ShipType type, String flag) {
  private static final int LONGEST_NAME = 100;
  private static final Set<String> FLAGS = Set.of(Locale.getISOCountries());

  /**
   * Reads what was typed.
   *
   * @throws InvalidException with a sentence for each of {@code imo, name, type, flag} that is
   *     wrong
   */
  public static ShipEntry typed(String imo, String name, String type, String flag) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String number = ImoNumber.ship(imo).map(ImoNumber::digits).orElse(null);
    if (number == null) {
      wrong.put(
          "imo",
          "This is no IMO ship number. It has seven digits, and the last checks the others.");
    }
    String words = PlainText.line(name, LONGEST_NAME + 1);
    if (words.isEmpty()) {
      wrong.put("name", "Enter the name of the ship.");
    } else if (words.codePointCount(0, words.length()) > LONGEST_NAME) {
      wrong.put("name", "The name has more than 100 characters.");
    }
    ShipType kind = ShipType.of(type).orElse(null);
    if (kind == null && type != null && !type.isBlank()) {
      wrong.put("type", "This type is not known. Write one such as Oil tanker or Cruise ship.");
    }
    String state = flag == null ? "" : flag.strip().toUpperCase(Locale.ROOT);
    if (!state.isEmpty() && !FLAGS.contains(state)) {
      wrong.put("flag", "Write the flag as two letters, such as LR for Liberia.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new ShipEntry(number, words, kind, state.isEmpty() ? null : state);
  }
}

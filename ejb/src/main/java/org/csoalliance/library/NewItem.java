package org.csoalliance.library;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.text.PlainText;

/** An item as an editor writes it; see {@link LibraryItem}. */
public record NewItem(String title, String summary, String campaign, Tlp tlp, Long groupId) {

  /**
   * Reads what was typed.
   *
   * @param audience {@code CLEAR}, {@code GREEN}, {@code AMBER}, or the number of a group
   * @throws InvalidException fields {@code title, summary, campaign, audience}
   */
  public static NewItem typed(String title, String summary, String campaign, String audience) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String named = title == null ? "" : PlainText.line(title, 121);
    if (named.length() < 3 || named.codePointCount(0, named.length()) > 120) {
      wrong.put("title", "Enter a title of 3 to 120 characters.");
    }
    String said = summary == null ? "" : summary.strip().replace("\r\n", "\n");
    if (said.length() < 10 || said.codePointCount(0, said.length()) > 1000) {
      wrong.put("summary", "Say in 10 to 1,000 characters what it is and for whom.");
    }
    String part = campaign == null ? "" : PlainText.line(campaign, 81);
    if (part.codePointCount(0, part.length()) > 80) {
      wrong.put("campaign", "Write at most 80 characters.");
    }
    String who = audience == null ? "" : audience;
    boolean group = who.matches("[0-9]{1,18}");
    if (!group && !who.matches("CLEAR|GREEN|AMBER")) {
      wrong.put("audience", "Choose who reads it.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new NewItem(
        named,
        PlainText.column(said, 1000),
        part,
        group ? Tlp.RED : Tlp.valueOf(who),
        group ? Long.valueOf(who) : null);
  }

  /** The part of an address that the title makes. */
  String slug() {
    String plain =
        java.text.Normalizer.normalize(title, java.text.Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String cut = plain.length() > 50 ? plain.substring(0, 50).replaceAll("-+$", "") : plain;
    return cut.isEmpty() ? "item" : cut;
  }
}

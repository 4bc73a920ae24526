package org.csoalliance.listing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.text.PlainText;

/** An entry as an editor writes it; see {@link Listing}. */
public record NewListing(
    ListingKind kind,
    List<ListingCategory> categories,
    String name,
    String line,
    String link,
    boolean everybody) {
  private static final int MOST_LINK = 300;

  /**
   * Reads what was typed.
   *
   * @param categories names of categories
   * @param audience {@code PUBLIC} or {@code MEMBERS}
   * @throws InvalidException fields {@code kind, name, line, link, categories, audience}
   */
  public static NewListing typed(
      String kind,
      String name,
      String line,
      String link,
      List<String> categories,
      String audience) {
    Map<String, String> wrong = new LinkedHashMap<>();
    Optional<ListingKind> sort = ListingKind.of(kind);
    if (sort.isEmpty()) {
      wrong.put("kind", "Choose what it is.");
    }
    String named = line(wrong, "name", name, 100, "Enter its name, in up to 100 characters.");
    String said = line(wrong, "line", line, 200, "Say in up to 200 characters what it does.");
    String url = link == null ? "" : link.strip();
    if (!web(url)) {
      wrong.put("link", "Enter an address that begins with https://, such as https://x.example.");
    }
    List<ListingCategory> does =
        categories.stream().map(ListingCategory::of).flatMap(Optional::stream).distinct().toList();
    if (does.isEmpty() || does.size() > 4 || does.size() != categories.size()) {
      wrong.put("categories", "Choose one to four categories.");
    }
    if (!"PUBLIC".equals(audience) && !"MEMBERS".equals(audience)) {
      wrong.put("audience", "Choose who sees it.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new NewListing(sort.orElseThrow(), does, named, said, url, "PUBLIC".equals(audience));
  }

  /** The part of an address that the name makes: letters and digits of ASCII, and hyphens. */
  String slug() {
    String plain =
        java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String cut = plain.length() > 50 ? plain.substring(0, 50).replaceAll("-+$", "") : plain;
    return cut.isEmpty() ? "entry" : cut;
  }

  private static boolean web(String url) {
    if (url.length() > MOST_LINK || !url.matches("(?i)https?://[^\\s\"<>]+")) {
      return false;
    }
    try {
      URI uri = new URI(url);
      return uri.getHost() != null
          && uri.getHost().indexOf('.') > 0
          && uri.getUserInfo() == null
          && url.equals(PlainText.line(url, MOST_LINK));
    } catch (URISyntaxException wrong) {
      return false;
    }
  }

  private static String line(
      Map<String, String> wrong, String field, String typed, int most, String sentence) {
    String text = typed == null ? "" : PlainText.line(typed, most + 1);
    if (text.isEmpty() || text.codePointCount(0, text.length()) > most) {
      wrong.put(field, sentence);
    }
    return text;
  }
}

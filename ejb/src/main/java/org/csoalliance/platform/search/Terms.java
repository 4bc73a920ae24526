package org.csoalliance.platform.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed into the search, term by term, so that the words of one text may stand in several
 * parts of it, of which a reader sees some: each term must stand in a part that the reader may see.
 *
 * @param wanted words and phrases in quotation marks; at most eight
 * @param unwanted those behind a minus
 */
public record Terms(List<String> wanted, List<String> unwanted) {
  private static final int MOST = 8;
  private static final Pattern TERM = Pattern.compile("(-?)(\"[^\"]*\"|\\S+)");

  /** Copies the lists. */
  public Terms {
    wanted = List.copyOf(wanted);
    unwanted = List.copyOf(unwanted);
  }

  /** Reads what was typed; more than eight terms are not looked at. */
  public static Terms of(String typed) {
    List<String> wanted = new ArrayList<>();
    List<String> unwanted = new ArrayList<>();
    Matcher term = TERM.matcher(typed.replace("\0", ""));
    while (term.find() && wanted.size() + unwanted.size() < MOST) {
      (term.group(1).isEmpty() ? wanted : unwanted).add(term.group(2));
    }
    return new Terms(wanted, unwanted);
  }

  /** {@code websearch_to_tsquery} of each wanted term, any of which may fit; one value each. */
  public String any() {
    return "("
        + String.join(
            " || ", wanted.stream().map(term -> "websearch_to_tsquery('english', ?)").toList())
        + ")";
  }

  /**
   * The condition that each wanted term and no unwanted one stands in a part. A term without a word
   * of its own, such as "the", is let through; nothing but such terms finds nothing.
   *
   * @param number of the text in the outer query
   * @param parts a query for the numbers of texts by their parts that ends in {@code words @@ };
   *     several fit together by their union
   */
  public String each(String number, List<String> parts) {
    String query = "websearch_to_tsquery('english', ?)";
    String found =
        "("
            + String.join(" union all ", parts.stream().map(part -> part + " @@ " + query).toList())
            + ")";
    List<String> all = new ArrayList<>(List.of("numnode(" + any() + ") > 0"));
    wanted.forEach(
        term -> all.add("(numnode(" + query + ") = 0 or " + number + " in " + found + ")"));
    unwanted.forEach(term -> all.add(number + " not in " + found));
    return String.join(" and ", all);
  }

  /**
   * The values of {@link #each}.
   *
   * @param parts the values of each part before its query
   */
  public List<Object> values(List<List<Object>> parts) {
    List<Object> values = new ArrayList<>(wanted);
    for (String term : wanted) {
      values.add(term);
      found(term, parts, values);
    }
    for (String term : unwanted) {
      found(term, parts, values);
    }
    return values;
  }

  private static void found(String term, List<List<Object>> parts, List<Object> values) {
    for (List<Object> part : parts) {
      values.addAll(part);
      values.add(term);
    }
  }
}

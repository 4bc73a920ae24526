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
   * A query for the numbers of those texts of which each wanted term and no unwanted one stands in
   * a part. A term without a word of its own, such as "the", is let through; nothing but such terms
   * finds nothing.
   *
   * @param all a query for the numbers of every text, {@code w.id}, that ends in a condition
   * @param parts queries for the numbers of texts by their parts, each of which ends in the vector
   */
  public String numbers(String all, List<String> parts) {
    String query = "websearch_to_tsquery('english', ?)";
    String found =
        String.join(" union all ", parts.stream().map(part -> part + " @@ " + query).toList());
    // each set is made once: asked as conditions they were probed row by row, which took seconds
    List<String> each = new ArrayList<>();
    wanted.forEach(
        term -> each.add("(" + found + " union all " + all + " and numnode(" + query + ") = 0)"));
    StringBuilder sql = new StringBuilder(String.join(" intersect ", each));
    unwanted.forEach(term -> sql.append(" except (").append(found).append(')'));
    return "(" + sql + " except " + all + " and numnode(" + any() + ") = 0)";
  }

  /**
   * The values of {@link #numbers}.
   *
   * @param parts the values of each part before its query
   */
  public List<Object> values(List<List<Object>> parts) {
    List<Object> values = new ArrayList<>();
    for (String term : wanted) {
      found(term, parts, values);
      values.add(term);
    }
    for (String term : unwanted) {
      found(term, parts, values);
    }
    values.addAll(wanted);
    return values;
  }

  /** Whether it is one wanted term and nothing else, so that any is each. */
  public boolean single() {
    return wanted.size() == 1 && unwanted.isEmpty();
  }

  private static void found(String term, List<List<Object>> parts, List<Object> values) {
    for (List<Object> part : parts) {
      values.addAll(part);
      values.add(term);
    }
  }
}

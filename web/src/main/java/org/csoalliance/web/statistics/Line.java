package org.csoalliance.web.statistics;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.csoalliance.incident.statistics.Figure;

/**
 * A line of a table of figures with its bar.
 *
 * @param label what is counted
 * @param words the count as it is read
 * @param width of the bar, 0 to 100
 * @param few whether "few" stand beside the bar
 * @param link the same selection narrowed to this line, relative to the context; null: none
 */
public record Line(String label, String words, String width, boolean few, String link) {

  /** The lines of a table; the longest bar fills it. */
  static List<Line> of(
      List<Figure> figures, Function<String, String> label, Function<String, String> link) {
    long most = figures.stream().mapToLong(f -> f.count().shown()).max().orElse(0);
    return figures.stream()
        .map(
            figure ->
                new Line(
                    label.apply(figure.key()),
                    figure.count().words(),
                    most == 0
                        ? "0"
                        : String.format(Locale.ROOT, "%.1f", 100.0 * figure.count().shown() / most),
                    figure.count().few(),
                    link.apply(figure.key())))
        .toList();
  }
}

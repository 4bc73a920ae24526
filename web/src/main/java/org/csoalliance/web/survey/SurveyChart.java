package org.csoalliance.web.survey;

import java.util.List;
import org.csoalliance.survey.SurveyResult;

/**
 * The picture of a line of results: a bar for each choice, a thin one below it for the earlier
 * round, and a dashed box for what is kept back. The table beside holds every number.
 */
public final class SurveyChart {
  private static final int STEP = 34;
  private static final double PER_CENT = 2.4;

  private final SurveyResult.Line line;

  /** Draws a line of results. */
  public SurveyChart(SurveyResult.Line line) {
    this.line = line;
  }

  /**
   * A drawn choice, in units of the picture.
   *
   * @param width 0 where nothing is drawn
   * @param earlier 0 where the earlier round is not known
   * @param few whether the count is kept back
   */
  public record Drawn(int number, int y, double width, double earlier, boolean few) {}

  /** The height of the picture. */
  public int getHeight() {
    return line.bars().size() * STEP + 4;
  }

  /** Every choice. */
  public List<Drawn> getBars() {
    return line.bars().stream()
        .map(
            bar ->
                new Drawn(
                    bar.number(),
                    (bar.number() - 1) * STEP + 4,
                    width(bar.percent()),
                    width(bar.earlier()),
                    bar.count() == null && bar.percent() == null && line.answered() > 0))
        .toList();
  }

  private static double width(Double percent) {
    return percent == null ? 0 : Math.round(percent * PER_CENT * 10) / 10.0;
  }
}

package org.csoalliance.web.survey;

import java.util.List;
import org.csoalliance.platform.text.CsvCell;
import org.csoalliance.survey.SurveyDeskService.NamedAnswer;
import org.csoalliance.survey.SurveyResult;

/** Results as CSV (RFC 4180), with a byte order mark for spreadsheets, and no cell a formula. */
final class SurveyCsv {
  private static final String MARK = "\uFEFF";

  private SurveyCsv() {}

  static String results(List<SurveyResult> results) {
    StringBuilder csv =
        new StringBuilder(MARK + "question,line,choice,count,percent,earlier percent\r\n");
    for (SurveyResult result : results) {
      for (SurveyResult.Line line : result.lines()) {
        for (SurveyResult.Bar bar : line.bars()) {
          boolean published = line.answered() == 0 && bar.percent() != null;
          row(
              csv,
              CsvCell.of(result.question().text()),
              CsvCell.of(line.name()),
              CsvCell.of(bar.option()),
              published || (bar.count() == null && line.answered() == 0)
                  ? ""
                  : CsvCell.of(bar.words()),
              CsvCell.number(bar.percent()),
              CsvCell.number(bar.earlier()));
        }
      }
      for (String text : result.texts()) {
        row(csv, CsvCell.of(result.question().text()), "", CsvCell.of(text), "", "", "");
      }
    }
    return csv.toString();
  }

  static String named(List<NamedAnswer> answers) {
    StringBuilder csv = new StringBuilder(MARK + "name,question,line,answer\r\n");
    for (NamedAnswer each : answers) {
      row(
          csv,
          CsvCell.of(each.name()),
          CsvCell.of(each.question()),
          CsvCell.of(each.line()),
          CsvCell.of(each.answer()));
    }
    return csv.toString();
  }

  private static void row(StringBuilder csv, String... cells) {
    csv.append(String.join(",", cells)).append("\r\n");
  }
}

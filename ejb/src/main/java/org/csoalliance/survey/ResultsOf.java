package org.csoalliance.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.csoalliance.platform.sharing.SmallCount;

/** Makes the results of a survey, with those of its earlier round beside. */
final class ResultsOf {
  private final AnswerRepository answers;
  private final Survey survey;
  private final Survey earlier;

  /**
   * Results of a survey.
   *
   * @param earlier a closed round, null for none
   */
  ResultsOf(AnswerRepository answers, Survey survey, Survey earlier) {
    this.answers = answers;
    this.survey = survey;
    this.earlier = earlier;
  }

  List<SurveyResult> all() {
    List<AnswerRepository.Earlier> before = earlier == null ? List.of() : shares(earlier);
    if (survey.source() != null) {
      List<AnswerRepository.Earlier> own = shares(survey);
      return survey.questions().stream()
          .map(q -> new SurveyResult(q, 0, List.of(published(q, own)), List.of()))
          .toList();
    }
    return counted(survey, before);
  }

  private static SurveyResult.Line published(
      SurveyQuestion question, List<AnswerRepository.Earlier> own) {
    return new SurveyResult.Line(
        "",
        0,
        IntStream.range(0, question.options().size())
            .mapToObj(
                i ->
                    new SurveyResult.Bar(
                        i + 1,
                        question.options().get(i),
                        null,
                        share(own, question.code(), "", question.options().get(i)),
                        null))
            .toList());
  }

  /** The shares of a round that may be shown. */
  private List<AnswerRepository.Earlier> shares(Survey round) {
    if (round.source() != null) {
      return answers.figures(round.id());
    }
    List<AnswerRepository.Earlier> shares = new ArrayList<>();
    for (SurveyResult result : counted(round, List.of())) {
      for (SurveyResult.Line line : result.lines()) {
        for (SurveyResult.Bar bar : line.bars()) {
          if (bar.percent() != null) {
            shares.add(
                new AnswerRepository.Earlier(
                    result.question().code(), line.name(), bar.option(), bar.percent()));
          }
        }
      }
    }
    return shares;
  }

  private List<SurveyResult> counted(Survey of, List<AnswerRepository.Earlier> before) {
    List<AnswerRepository.Tally> tallies = answers.tallies(of.id(), of.anonymous());
    Map<Long, List<String>> texts = answers.texts(of.id(), of.anonymous());
    List<SurveyResult> results = new ArrayList<>();
    for (SurveyQuestion question : of.questions()) {
      if (question.kind() == QuestionKind.TEXT) {
        List<String> written = texts.getOrDefault(question.id(), List.of());
        boolean few = written.size() < SmallCount.LEAST;
        results.add(
            new SurveyResult(
                question, few ? 0 : written.size(), List.of(), few ? List.of() : written));
        continue;
      }
      List<SurveyResult.Line> lines = new ArrayList<>();
      for (int line = 0; line < question.lines().size(); line++) {
        lines.add(line(of, question, line, tallies, before));
      }
      results.add(new SurveyResult(question, lines.get(0).answered(), lines, List.of()));
    }
    return results;
  }

  private SurveyResult.Line line(
      Survey of,
      SurveyQuestion question,
      int line,
      List<AnswerRepository.Tally> tallies,
      List<AnswerRepository.Earlier> before) {
    List<Long> counts =
        IntStream.range(0, question.options().size())
            .mapToObj(
                option ->
                    tallies.stream()
                        .filter(t -> t.question() == question.id() && t.line() == line)
                        .filter(t -> t.option() == option)
                        .mapToLong(AnswerRepository.Tally::count)
                        .sum())
            .toList();
    // of any of several, everybody who answered the survey had the choice
    long answered =
        question.kind().oneEach() ? counts.stream().mapToLong(Long::longValue).sum() : of.answers();
    List<Boolean> shown =
        question.kind().oneEach()
            ? SurveyResult.shownOfOne(counts)
            : SurveyResult.shownOfAny(counts, answered);
    String name = question.lines().get(line);
    List<SurveyResult.Bar> bars = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      String option = question.options().get(i);
      Double percent =
          shown.get(i) ? (Double) (Math.round(counts.get(i) * 1000.0 / answered) / 10.0) : null;
      bars.add(
          new SurveyResult.Bar(
              i + 1,
              option,
              shown.get(i) ? counts.get(i) : null,
              percent,
              share(before, question.code(), name, option)));
    }
    return new SurveyResult.Line(name, answered, bars);
  }

  private static Double share(
      List<AnswerRepository.Earlier> shares, String code, String line, String option) {
    return shares.stream()
        .filter(e -> e.code().equals(code) && e.line().equals(line) && e.option().equals(option))
        .map(AnswerRepository.Earlier::percent)
        .findFirst()
        .orElse(null);
  }
}

package org.csoalliance.survey;

import java.time.Instant;
import java.util.List;
import org.csoalliance.platform.sharing.SmallCount;

/**
 * A survey as the reader may see it.
 *
 * @param group the name of the group that is asked, null: all members
 * @param source where the figures of a round are from that was not asked here, else null
 * @param respondents how many answered such a round, in the words of the source
 * @param previous the slug of the earlier round, null for none
 * @param answers how many have answered
 * @param mine whether the reader has answered
 * @param questions in their order; empty in lists
 */
public record Survey(
    long id,
    String slug,
    String title,
    String intro,
    boolean anonymous,
    Long groupId,
    String group,
    Instant opensAt,
    Instant closesAt,
    SurveyState state,
    String source,
    String respondents,
    Long previousId,
    String previous,
    long answers,
    boolean mine,
    List<SurveyQuestion> questions) {

  /** The same with its questions. */
  Survey with(List<SurveyQuestion> asked) {
    return new Survey(
        id,
        slug,
        title,
        intro,
        anonymous,
        groupId,
        group,
        opensAt,
        closesAt,
        state,
        source,
        respondents,
        previousId,
        previous,
        answers,
        mine,
        asked);
  }

  /** How many have answered, in words; a few are not counted out. */
  public String count() {
    if (source != null) {
      return respondents;
    }
    return answers == 0
        ? "nobody"
        : new SmallCount(answers < SmallCount.LEAST ? 0 : answers, answers < SmallCount.LEAST)
            .words();
  }
}

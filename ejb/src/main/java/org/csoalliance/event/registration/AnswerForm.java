package org.csoalliance.event.registration;

import java.util.List;
import java.util.Map;
import org.csoalliance.event.question.FormKind;
import org.csoalliance.event.question.Question;

/**
 * What somebody with a registration is asked, and has answered.
 *
 * @param questions of the person's category, in their order
 * @param standing answers that stand, by the keys of the questions; of a file, its name
 * @param open whether answers are still taken
 */
public record AnswerForm(
    EventHead head,
    FormKind kind,
    List<Question> questions,
    Map<String, String> standing,
    boolean open) {}

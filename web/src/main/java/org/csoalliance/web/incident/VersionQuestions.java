package org.csoalliance.web.incident;

import java.util.List;
import java.util.Map;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormCatalog;
import org.csoalliance.incident.form.FormField;
import org.csoalliance.incident.form.FormWords;

/** The questions about a version itself, the same for every form: what it is, and why. */
final class VersionQuestions {
  private static final FormWords WORDS = FormWords.english();
  private static final Form OWN =
      FormCatalog.read(
              "form\tkinds\tattribution\nVERSION\tOTHER\tNAMED\n",
              "h\nVERSION\tVERSION\tstage\tCHOICE\tFOLLOW_UP FINAL CORRECTION\t\t\tALL\tcore required\t\n"
                  + "VERSION\tVERSION\treason\tBLOCK\t\t5..2000\t\tALL\tcore required\t\n")
          .forms()
          .get(0);

  private VersionQuestions() {}

  static List<Question> of(Inputs inputs, Map<String, String> wrong) {
    FormField stage = OWN.fields().get(0);
    FormField reason = OWN.fields().get(1);
    List<Question.Option> stages =
        stage.values().stream()
            .map(
                value ->
                    new Question.Option(
                        value,
                        WORDS.text("stage." + value),
                        WORDS.text("stage." + value + ".hint"),
                        inputs.text("stage").equals(value)))
            .toList();
    return List.of(
        new Question(
            stage,
            "stage",
            FormTexts.text("stage.label"),
            "",
            "",
            wrong.get("stage"),
            false,
            false,
            inputs.list("stage"),
            stages,
            List.of(),
            false),
        new Question(
            reason,
            "reason",
            FormTexts.text("reason.label"),
            FormTexts.text("reason.hint"),
            "",
            wrong.get("reason"),
            false,
            false,
            inputs.list("reason"),
            List.of(),
            List.of(),
            false));
  }
}

package org.csoalliance.web.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.csoalliance.event.question.FormKind;
import org.csoalliance.event.question.Question;
import org.csoalliance.event.question.QuestionForm;
import org.csoalliance.event.question.QuestionService;
import org.csoalliance.event.question.QuestionType;
import org.csoalliance.event.question.Special;
import org.csoalliance.event.registration.RegistrationSetup;
import org.csoalliance.event.registration.RegistrationSetupService;
import org.csoalliance.web.shared.Asked;

/** What the organiser asks: the questions of both forms, in order, with a look at the form. */
@Named("eventQuestions")
@RequestScoped
public class QuestionsBean extends DeskPage {
  @Inject private QuestionService service;
  @Inject private RegistrationSetupService setups;

  private QuestionForm form;
  private RegistrationSetup setup;

  /** Does what a button says, then reads the questions. */
  public void load() {
    run(
        this::act,
        () -> {
          form = service.form(getSlug(), getKind());
          setup = setups.read(getSlug());
        });
  }

  private void act() {
    String[] act = Posted.text("do").split(":", 2);
    String key = act.length > 1 ? act[1] : "";
    switch (act[0]) {
      case "remove" -> {
        service.remove(getSlug(), getKind(), key);
        notice("The question is gone. What was answered to it stays readable.");
      }
      case "up" -> service.move(getSlug(), getKind(), key, true);
      case "down" -> service.move(getSlug(), getKind(), key, false);
      default -> {
        service.save(getSlug(), getKind(), typed());
        notice("The question is saved.");
      }
    }
  }

  private static Question typed() {
    return new Question(
        Posted.text("key"),
        constant(QuestionType.class, "type"),
        constant(Special.class, "special"),
        Posted.text("label"),
        Posted.text("hint"),
        Posted.text("required").equals("yes"),
        Posted.text("choices").lines().toList(),
        Posted.text("onKey"),
        Posted.text("onAnswer"),
        Posted.numbers("category"));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String field) {
    for (E one : type.getEnumConstants()) {
      if (one.name().equals(Posted.text(field))) {
        return one;
      }
    }
    return null;
  }

  @Override
  public String getAddress() {
    return "/organiser/"
        + getSlug()
        + "/questions"
        + (getKind() == FormKind.ACCEPTED ? "?form=accepted" : "");
  }

  /** Which of the two forms is shown. */
  public FormKind getKind() {
    FormKind kind = FormKind.of(Asked.parameter("form"));
    return kind == null ? FormKind.REGISTRATION : kind;
  }

  /** Null before it is loaded. */
  public QuestionForm getForm() {
    return form;
  }

  /** The categories of the event. */
  public List<RegistrationSetup.Category> getCategories() {
    return setup.categories();
  }

  /** The title of the event. */
  public String getTitle() {
    return setup == null ? "" : setup.event().title();
  }

  /** The question that is being changed; null: a new one. */
  public Question getEdited() {
    String key = Posted.is() ? Posted.text("key") : Asked.parameter("edit");
    return key == null ? null : form.question(key).orElse(null);
  }

  /** Those that stand before the one that is being changed. */
  public List<Question> getBefore() {
    Question edited = getEdited();
    List<Question> all = form.questions();
    return edited == null ? all : all.subList(0, all.indexOf(edited));
  }

  /** Whether the question is for the category. */
  public boolean inCategory(long id) {
    return Posted.is()
        ? Posted.all("category").contains("" + id)
        : getEdited() != null && getEdited().categories().contains(id);
  }

  /** The choices as the field has them. */
  public String getChoices() {
    return Posted.is()
        ? Posted.text("choices")
        : getEdited() == null ? "" : String.join("\n", getEdited().choices());
  }

  /** How a question can be answered. */
  public QuestionType[] getTypes() {
    return QuestionType.values();
  }

  /** What an answer may tell. */
  public Special[] getSpecials() {
    return Special.values();
  }

  /** The form as people see it. */
  public List<AskedQuestion> getQuestions() {
    Map<String, String> names =
        setup.categories().stream()
            .collect(Collectors.toMap(one -> "" + one.id(), RegistrationSetup.Category::name));
    return AskedQuestion.blank(form.questions(), names);
  }
}

package org.csoalliance.incident.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.csoalliance.incident.IncidentKind;
import org.junit.jupiter.api.Test;

/** The description of the forms is whole, and says nothing that cannot be. */
class FormCatalogTest {
  private static final FormCatalog CATALOG = FormCatalog.shipped();
  private static final FormWords WORDS = FormWords.english();

  /** Words of the sentences of checks, versions, severity and law, asked for by code alone. */
  private static final Set<String> OF_CODE =
      Set.of(
          "wrong",
          "severity",
          "law",
          "version",
          "diff",
          "stage",
          "part",
          "stowaway",
          "unit",
          "shown");

  @Test
  void eachKindHasOneFormAndEachFormAllSteps() {
    List<String> kinds = new ArrayList<>();
    CATALOG.forms().forEach(form -> kinds.addAll(form.kinds()));
    assertEquals(
        Arrays.stream(IncidentKind.values()).map(Enum::name).sorted().toList(),
        kinds.stream().sorted().toList());
    for (Form form : CATALOG.forms()) {
      assertEquals(
          List.of(
              Step.WHAT,
              Step.WHERE,
              Step.WHEN,
              Step.SHIP,
              Step.PEOPLE,
              Step.CONSEQUENCES,
              Step.TOLD,
              Step.SHARING),
          form.steps(),
          form.name());
    }
  }

  @Test
  void eachFieldCanBeAsked() {
    List<String> wrong = new ArrayList<>();
    for (Form form : CATALOG.forms()) {
      for (FormField field : all(form)) {
        check(form, field, wrong);
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static void check(Form form, FormField field, List<String> wrong) {
    String name = form.name() + "." + field.name();
    boolean choosing =
        Set.of(FieldType.CHOICE, FieldType.SET, FieldType.EFFECTS, FieldType.YES_NO)
            .contains(field.type());
    if (choosing == field.values().isEmpty()) {
      wrong.add(name + ": values and type do not agree");
    }
    if (new HashSet<>(field.values()).size() != field.values().size()) {
      wrong.add(name + ": a value stands twice");
    }
    boolean number =
        Set.of(FieldType.WHOLE, FieldType.DECIMAL, FieldType.RANGE).contains(field.type());
    boolean text =
        Set.of(FieldType.LINE, FieldType.BLOCK, FieldType.INDICATOR).contains(field.type());
    if ((number || text) != (field.most() != null)
        || field.most() != null && field.least().compareTo(field.most()) >= 0) {
      wrong.add(name + ": limits and type do not agree");
    }
    if (!field.unit().isEmpty() && !number) {
      wrong.add(name + ": only a number has a unit");
    }
    if ((field.type() == FieldType.RECORDS) != (field.records() > 0)
        || (field.type() == FieldType.RECORDS) == field.parts().isEmpty()) {
      wrong.add(name + ": records and type do not agree");
    }
    for (String other : Arrays.asList(field.atMost(), field.notBefore())) {
      if (other != null
          && form.field(other).map(found -> found.type() != field.type()).orElse(true)) {
        wrong.add(name + ": is compared with " + other + ", which cannot be");
      }
    }
    for (FormField part : field.parts()) {
      if (part.audience().compareTo(field.audience()) < 0) {
        wrong.add(part.name() + " would be open inside a sealed record");
      }
    }
    if (field.personal() && field.audience() != Audience.COMPANY) {
      wrong.add(name + " tells of a person and must be sealed");
    }
    if (!field.core() && (field.name().equals("title") || field.name().startsWith("details"))) {
      wrong.add(name + " is a name of the interface");
    }
  }

  @Test
  void whatIsPersonalOrTeachesCriminalsIsSealed() {
    for (String name : List.of("stowaways", "masterStatement", "helpers", "minors")) {
      FormField field = CATALOG.form("STOWAWAY").orElseThrow().field(name).orElseThrow();
      assertEquals(Audience.COMPANY, field.audience(), name);
      assertTrue(field.personal(), name);
    }
    for (String name : List.of("hiddenIn", "hiddenExactly", "broughtBy")) {
      assertEquals(
          Audience.STRICT,
          CATALOG.form("DRUGS").orElseThrow().field(name).orElseThrow().audience(),
          name);
    }
    assertEquals("ANONYMOUS", CATALOG.form("CYBER").orElseThrow().attribution());
  }

  @Test
  void everyWordIsThereAndNoneTooMuch() {
    Set<String> needed = new TreeSet<>();
    for (Form form : CATALOG.forms()) {
      needed.add("form." + form.name());
      form.steps().forEach(step -> needed.add("step." + step));
      for (FormField field : all(form)) {
        String own = form.name() + ".field." + field.name();
        needed.add(WORDS.has(own) ? own : "field." + field.name());
        for (String value : field.values()) {
          String special = "value." + field.name() + "." + value;
          needed.add(WORDS.has(special) ? special : "value." + value);
        }
        if (!field.unit().isEmpty()) {
          needed.add("unit." + field.unit());
        }
      }
    }
    needed.addAll(List.of("step.VERSION", "step.CHECK"));
    FormRules.EFFECTS.forEach(effect -> needed.add("value.effect." + effect));
    Set<String> missing = new TreeSet<>(needed);
    missing.removeAll(WORDS.texts().keySet());
    assertEquals(Set.of(), missing);

    Set<String> idle = new TreeSet<>(WORDS.texts().keySet());
    idle.removeAll(needed);
    idle.removeIf(key -> OF_CODE.contains(key.split("\\.")[0]) || !key.contains("."));
    idle.removeIf(key -> key.endsWith(".hint") && needed.contains(key.replaceAll("\\.hint$", "")));
    // a word of its own for one form leaves the common one idle
    idle.removeIf(
        key -> key.startsWith("field.") && needed.stream().anyMatch(n -> n.endsWith("." + key)));
    assertEquals(Set.of(), idle);
  }

  @Test
  void aLanguageWithoutWordsIsEnglish() {
    assertEquals(WORDS.texts(), FormWords.of(Locale.FRENCH).texts());
  }

  @Test
  void whatCannotBeUnderstoodIsNotRead() {
    String forms = "form\tkinds\tattribution\nA\tOTHER\tNAMED\n";
    String head = "h\n";
    for (String line :
        List.of(
            "B\tWHAT\tx\tLINE\t\t0..9\t\tALL\t\t",
            "A\tWHAT\tx\tLINE\t\t0..9\t\tALL\t",
            "A\tWHAT\tx\tNOTHING\t\t\t\tALL\t\t",
            "A\tWHAT\tx.y\tLINE\t\t0..9\t\tALL\t\t",
            "A\tWHAT\tx\tLINE\t\t0..9\t\tALL\t\t\n*\tWHAT\tx\tLINE\t\t0..9\t\tALL\t\t")) {
      assertThrows(
          IllegalArgumentException.class, () -> FormCatalog.read(forms, head + line), line);
    }
    assertFalse(FormCatalog.read(forms, head).forms().isEmpty());
  }

  /** The keys of a bundle in the order of their names, for whoever translates it. */
  @Test
  void noTextIsEmpty() {
    assertEquals(
        Set.of(),
        WORDS.texts().entrySet().stream()
            .filter(text -> text.getValue().isBlank())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()));
  }

  static List<FormField> all(Form form) {
    List<FormField> all = new ArrayList<>();
    for (FormField field : form.fields()) {
      all.add(field);
      all.addAll(field.parts());
    }
    return all;
  }
}

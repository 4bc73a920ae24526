package org.csoalliance.web.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.ReportIncident;
import org.csoalliance.incident.form.Checked;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormCatalog;
import org.csoalliance.incident.form.FormField;
import org.csoalliance.incident.form.FormRules;
import org.csoalliance.incident.form.FormWords;
import org.csoalliance.incident.form.Step;
import org.junit.jupiter.api.Test;

/** What is typed into a long form, as the page posts it, and as the service takes it. */
class InputsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
  private static final Form PIRACY = FormCatalog.shipped().ofKind("ROBBERY");

  private static Map<String, String[]> posted(String... pairs) {
    Map<String, String[]> posted = new HashMap<>();
    for (int n = 0; n < pairs.length; n += 2) {
      posted.put(pairs[n], pairs[n + 1].split(","));
    }
    return posted;
  }

  @Test
  void aStepReplacesItsOwnAnswersAlone() {
    Inputs inputs = new Inputs(Map.of("weapons", List.of("KNIFE"), "speed", List.of("12")));
    inputs.take(
        PIRACY.fields(Step.WHAT),
        posted(
            "craft.0.type",
            "SKIFF",
            "craft.1.count",
            "2",
            "measures.ALARM",
            "HELPED",
            "raiders",
            "3 to 5",
            "speed",
            "99",
            "do",
            "go",
            "text",
            " "));
    assertEquals("12", inputs.text("speed"), "of another step");
    assertTrue(inputs.list("weapons").isEmpty(), "not posted is not chosen");
    assertFalse(inputs.all().containsKey("do"));
    assertEquals(2, inputs.entries(PIRACY.field("craft").orElseThrow()));
    Checked checked =
        FormRules.check(PIRACY, FormRules.typed(inputs.details(PIRACY)), FormWords.english(), NOW);
    assertEquals(Map.of(), checked.wrong());
    assertEquals(
        "{\"raiders\":{\"min\":3,\"max\":5},\"craft\":[{\"type\":\"SKIFF\"},{\"count\":2}],"
            + "\"measures\":{\"ALARM\":\"HELPED\"},\"speed\":12}",
        checked.details().toString());
    inputs.remove(PIRACY.field("craft").orElseThrow(), 0);
    assertEquals("2", inputs.text("craft.0.count"));
    assertEquals(1, inputs.entries(PIRACY.field("craft").orElseThrow()));
  }

  @Test
  void meddledNamesDoNoHarm() {
    Inputs inputs = new Inputs(Map.of());
    inputs.take(
        PIRACY.fields(Step.WHAT),
        posted("craft.99999999999.type", "x", "craft.x.type", "y", "craft.500.type", "z"));
    assertEquals(8, inputs.entries(PIRACY.field("craft").orElseThrow()));
    inputs.details(PIRACY);
    inputs.remove(PIRACY.field("craft").orElseThrow(), 0);
  }

  @Test
  void aPositionIsTypedAgainAsItWas() {
    ReportForm core = new Inputs(Map.of()).core(IncidentKind.OTHER, "");
    for (String position :
        List.of("09-28.1N 013-46.7W", "00-00.001N 179-59.9E", "1.2333, 104.05")) {
      core.setPosition(position);
      core.setDay("21");
      core.setMonth("11");
      core.setYear("2026");
      core.setTime("1940");
      core.setPersonsHarmed(org.csoalliance.incident.PersonsHarmed.NO);
      ReportIncident read = ReportReader.read(core, NOW).report();
      Inputs again = Inputs.of(read, FormCatalog.shipped().ofKind("OTHER"));
      ReportIncident twice = ReportReader.read(again.core(IncidentKind.OTHER, ""), NOW).report();
      assertEquals(read.position().latitude(), twice.position().latitude(), 1e-6, position);
      assertEquals(read.position().longitude(), twice.position().longitude(), 1e-6, position);
      assertEquals(read.occurredAt(), twice.occurredAt());
    }
  }

  /** Every field is asked on a page, and what was kept is typed again as it was. */
  @Test
  void whatWasReportedIsAskedAgainAsItStands() {
    for (Form form : FormCatalog.shipped().forms()) {
      Map<String, Object> typed = new HashMap<>();
      for (FormField field : form.details()) {
        typed.put(field.name(), answer(field));
      }
      Checked first = FormRules.check(form, typed, FormWords.english(), NOW);
      assertEquals(Map.of(), first.wrong(), form.name());
      assertEquals(form.details().size(), first.details().size(), form.name());
      ReportIncident report = report(form, first);
      Inputs inputs = Inputs.of(report, form);
      Checked again =
          FormRules.check(form, FormRules.typed(inputs.details(form)), FormWords.english(), NOW);
      assertEquals(first.details(), again.details(), form.name());
      Questions questions =
          new Questions(form, inputs, Map.of(), FormWords.english(), List.of(), null);
      for (Step step : form.steps()) {
        long asked = form.fields(step).stream().filter(f -> !f.name().equals("groups")).count();
        assertEquals(asked, questions.of(form.fields(step)).size(), form.name() + step);
      }
    }
  }

  private static ReportIncident report(Form form, Checked checked) {
    ReportForm core = new Inputs(Map.of()).core(IncidentKind.valueOf(form.kinds().get(0)), "");
    core.setDay("21");
    core.setMonth("11");
    core.setYear("2026");
    core.setTime("1940");
    core.setPersonsHarmed(org.csoalliance.incident.PersonsHarmed.NO);
    ReportIncident read = ReportReader.read(core, NOW).report();
    return new ReportIncident(
        read.submissionKey(),
        read.kind(),
        read.occurredAt(),
        read.precision(),
        null,
        null,
        "",
        null,
        "",
        false,
        null,
        "text",
        read.personsHarmed(),
        "",
        "",
        read.tlp(),
        "",
        checked.details(),
        null,
        List.of());
  }

  private static Object answer(FormField field) {
    return switch (field.type()) {
      case LINE, INDICATOR, BLOCK -> "An answer";
      case WHOLE, DECIMAL -> field.least().max(java.math.BigDecimal.ONE).toString();
      case RANGE -> "3 to 10";
      case CHOICE, YES_NO -> field.values().get(0);
      case SET -> List.of(field.values().get(0));
      case INSTANT -> "21 11 2026 1940";
      case DATE -> "21 11 2026";
      case POSITION -> "01-14N 104-03E";
      case IMO -> "9074729";
      case MMSI -> "235012345";
      case CONTAINER -> "CSQU3054383";
      case COUNTRY -> "NG";
      case LOCODE -> "NGLOS";
      case EFFECTS -> Map.of(field.values().get(0), "HELPED");
      case RECORDS -> {
        Map<String, Object> record = new HashMap<>();
        field.parts().forEach(part -> record.put(part.key(), answer(part)));
        yield List.of(record);
      }
      case WHEN, TICK -> throw new IllegalStateException(field.name());
    };
  }

  /** A field that is new in the description is asked without another line of code. */
  @Test
  void aNewFieldIsAskedAndPosted() {
    Form form =
        FormCatalog.read(
                FormCatalog.resource("forms.tsv"),
                FormCatalog.resource("fields.tsv")
                    + "PIRACY\tWHAT\tdogs\tWHOLE\t\t0..9\t\tALL\t\tnone\n")
            .form("PIRACY")
            .orElseThrow();
    Inputs inputs = new Inputs(Map.of());
    inputs.take(form.fields(Step.WHAT), posted("dogs", "12"));
    Checked checked =
        FormRules.check(form, FormRules.typed(inputs.details(form)), FormWords.english(), NOW);
    Question asked =
        new Questions(form, inputs, checked.wrong(), FormWords.english(), List.of(), null)
            .of(form.fields(Step.WHAT)).stream()
                .filter(question -> question.name().equals("dogs"))
                .findFirst()
                .orElseThrow();
    assertEquals("12", asked.value());
    assertTrue(asked.error().contains("from 0 to 9"));
  }

  @Test
  void wordsRoundTheFormAreThere() {
    for (String key : List.of("go", "check.title", "send", "version.more", "grade.save")) {
      assertFalse(FormTexts.text(key).equals(key), key);
    }
    assertFalse(VersionQuestions.of(new Inputs(Map.of()), Map.of()).isEmpty());
    assertEquals("/report/cargo-theft", LongFormRoute.address(IncidentKind.CARGO_THEFT, "", null));
  }
}

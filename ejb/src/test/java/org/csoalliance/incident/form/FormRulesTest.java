package org.csoalliance.incident.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of every form, with good answers and bad ones, over the description itself. */
class FormRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
  private static final FormWords WORDS = FormWords.english();

  /** A field of a form; the name is what the test says. */
  record Asked(Form form, FormField field) {
    @Override
    public String toString() {
      return form.name() + "." + field.name();
    }
  }

  /** Fields that several forms share are asked once. */
  static Stream<Asked> fields() {
    Map<FormField, Asked> fields = new LinkedHashMap<>();
    for (Form form : FormCatalog.shipped().forms()) {
      form.details().forEach(field -> fields.putIfAbsent(field, new Asked(form, field)));
    }
    return fields.values().stream();
  }

  static Stream<Asked> parts() {
    return fields()
        .flatMap(
            asked -> asked.field().parts().stream().map(part -> new Asked(asked.form(), part)));
  }

  private static Checked check(Form form, Map<String, ?> typed) {
    return FormRules.check(form, typed, WORDS, NOW);
  }

  /** The answer to one field, beside those that must be answered. */
  private static Map<String, Object> with(Form form, FormField field, Object typed) {
    Map<String, Object> all = new LinkedHashMap<>();
    form.details().stream()
        .filter(FormField::required)
        .forEach(required -> all.put(required.name(), good(required)));
    int dot = field.name().indexOf('.');
    if (dot < 0) {
      all.put(field.name(), typed);
      return all;
    }
    FormField owner = form.field(field.name().substring(0, dot)).orElseThrow();
    Map<String, Object> record = new HashMap<>();
    owner.parts().stream()
        .filter(FormField::required)
        .forEach(part -> record.put(part.key(), good(part)));
    record.put(field.key(), typed);
    all.put(owner.name(), List.of(record));
    return all;
  }

  static Object good(FormField field) {
    return switch (field.type()) {
      case LINE, BLOCK -> "A, «ответ», 答, جواب";
      case INDICATOR -> "http://evil.example/a?b=c";
      case WHOLE, DECIMAL -> field.least().max(java.math.BigDecimal.ONE).toString();
      case RANGE -> "3 to 10";
      case CHOICE, YES_NO -> field.values().get(0);
      case SET -> List.of(field.values().get(0));
      case INSTANT -> "2026-11-21T19:40:00Z";
      case DATE -> "21 11 2026";
      case POSITION -> "01-14N 104-03E";
      case IMO -> "9074729";
      case MMSI -> "235012345";
      case CONTAINER -> "CSQU 305438 3";
      case COUNTRY -> "ng";
      case LOCODE -> "NGLOS";
      case EFFECTS -> Map.of(field.values().get(0), "HELPED");
      case RECORDS -> {
        Map<String, Object> record = new HashMap<>();
        field.parts().forEach(part -> record.put(part.key(), good(part)));
        yield List.of(record);
      }
      case WHEN, TICK -> throw new IllegalStateException("core");
    };
  }

  @ParameterizedTest
  @MethodSource({"fields", "parts"})
  void aGoodAnswerIsKeptAndReadsAgainAsItself(Asked asked) {
    Checked checked = check(asked.form(), with(asked.form(), asked.field(), good(asked.field())));
    assertEquals(Map.of(), checked.wrong());
    Checked again = check(asked.form(), FormRules.typed(checked.details()));
    assertEquals(Map.of(), again.wrong());
    assertEquals(checked.details(), again.details());
    String name = asked.field().name().replaceAll("\\..*", "");
    assertTrue(checked.details().containsKey(name));
    FormField top = asked.form().field(name).orElseThrow();
    String text = new FormText(asked.form(), WORDS).text(top, checked.details().get(name));
    assertFalse(text.isBlank() || text.contains("value.") || text.contains("field."), text);
  }

  @ParameterizedTest
  @MethodSource({"fields", "parts"})
  void nothingIsNothingAndNotZero(Asked asked) {
    for (Object nothing :
        new Object[] {null, "", "   \t\u00a0 ", List.of(), List.of(""), "\u200e\u202e"}) {
      Map<String, Object> typed = with(asked.form(), asked.field(), nothing);
      boolean shape =
          nothing instanceof String
              && java.util.Set.of(FieldType.EFFECTS, FieldType.RECORDS)
                  .contains(asked.field().type());
      boolean list = nothing instanceof List && asked.field().type() == FieldType.EFFECTS;
      Checked checked = check(asked.form(), typed);
      if (asked.field().required() || shape || list) {
        continue;
      }
      assertEquals(Map.of(), checked.wrong(), () -> asked + " with " + nothing);
      assertFalse(checked.details().containsKey(asked.field().name()), asked::toString);
    }
  }

  /** What no field can take, and text fields keep as the text that it is. */
  static final List<String> BAD =
      List.of(
          "x".repeat(100_000),
          "нож",
          "سكين",
          "٣",
          "-1",
          "1e400",
          "NaN",
          "99999999999999999999",
          "2.5.1",
          "<script>alert(1)</script>",
          "#{7*7}",
          "${7*7}",
          "'; drop table incident; --",
          "2099-01-01T00:00:00Z",
          "1800-01-01T00:00:00Z",
          "31 02 2026 0415",
          "91-00N 003-00E",
          "9074728",
          "CSQU3054384",
          "10 to 3",
          "NONE_SUCH",
          "\u0000\u0007\u001b[31m",
          "NG\nLO");

  @ParameterizedTest
  @MethodSource({"fields", "parts"})
  void badAnswersAreToldAtTheirFieldOrKeptAsPlainText(Asked asked) {
    FormField field = asked.field();
    for (String bad : BAD) {
      Object typed = field.type() == FieldType.SET ? List.of(bad) : bad;
      Checked checked = check(asked.form(), with(asked.form(), field, typed));
      String path = field.name().replaceFirst("\\.", ".0.");
      boolean kept = checked.details().toString().contains(field.key());
      boolean told =
          checked.wrong().keySet().stream()
              .anyMatch(one -> one.equals(path) || one.equals(field.name()));
      boolean text =
          java.util.Set.of(FieldType.LINE, FieldType.BLOCK, FieldType.INDICATOR)
              .contains(field.type());
      if (text && bad.length() <= field.most().intValue()) {
        assertFalse(told, () -> asked + " refuses " + bad + ": " + checked.wrong());
        String json = checked.details().toString();
        assertFalse(json.contains("\\u0000") || json.contains("\\u001b"), json);
      } else if (told) {
        checked
            .wrong()
            .values()
            .forEach(
                sentence -> {
                  assertTrue(sentence.length() < 400, sentence);
                  assertFalse(sentence.contains("{"), sentence);
                });
      } else if (!text) {
        // whatever was understood lies within the description
        assertTrue(
            !kept || good(asked, bad),
            () -> asked + " took " + bad.substring(0, Math.min(30, bad.length())));
      } else {
        assertTrue(told, () -> asked + " took " + bad.length() + " characters");
      }
    }
  }

  /** The few bad texts that are a fair answer somewhere. */
  private static boolean good(Asked asked, String bad) {
    return switch (asked.field().type()) {
      case INSTANT, DATE -> false;
      case WHOLE, DECIMAL, RANGE -> bad.equals("9074728") || bad.equals("10 to 3") && false;
      case LOCODE -> false;
      default -> bad.isBlank() || bad.startsWith("\u0000");
    };
  }

  @ParameterizedTest
  @MethodSource({"fields", "parts"})
  void theWrongShapeIsToldAndDoesNoHarm(Asked asked) {
    for (Object strange :
        new Object[] {
          Map.of("a", Map.of("b", "c")), List.of(List.of("a"), "b"), List.of(Map.of("x", "y"), 3)
        }) {
      Checked checked = check(asked.form(), with(asked.form(), asked.field(), strange));
      assertFalse(checked.wrong().isEmpty(), () -> asked + " took " + strange);
    }
  }

  @Test
  void whatIsNotAskedIsStrange() {
    Form form = FormCatalog.shipped().ofKind("OTHER");
    Checked checked = check(form, Map.of("weapons", "KNIFE", "x".repeat(500), "y", "text", "core"));
    assertEquals(3, checked.wrong().size(), checked.wrong().toString());
    assertTrue(checked.wrong().values().stream().allMatch(one -> one.length() < 150));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PIRACY|killed|21|personsOnBoard|20|killed",
        "STOWAWAY|deaths|2|stowawayCount|1|deaths",
        "MIGRANTS|children|9|rescued|8|children",
        "CYBER|contained|2026-11-01T00:00:00Z|firstSeen|2026-11-02T00:00:00Z|contained",
        "STOWAWAY|foundAt|2026-11-01T00:00:00Z|boardedAt|2026-11-02T00:00:00Z|foundAt"
      })
  void contradictionsAreTold(
      String name, String a, String first, String b, String second, String wrong) {
    Form form = FormCatalog.shipped().form(name).orElseThrow();
    Map<String, Object> typed = with(form, form.field(a).orElseThrow(), first);
    typed.put(b, second);
    Map<String, String> told = check(form, typed).wrong();
    assertEquals(List.of(wrong), new ArrayList<>(told.keySet()), told.toString());
    typed.remove(b);
    if (!b.equals("stowawayCount")) {
      assertEquals(Map.of(), check(form, typed).wrong(), "unknown is not zero");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CSQU3054383, true", "csqu 305438-3, true", "CSQU3054384, false", "MSCU6639870, true",
    "CSQU305438, false", "CSQ23054383, false", "TGHU7599330, true", "TGHU7599331, false"
  })
  void containerNumbersHaveACheckDigit(String typed, boolean fits) {
    Form form = FormCatalog.shipped().form("CARGO").orElseThrow();
    Map<String, String> wrong =
        check(form, Map.of("containers", List.of(Map.of("number", typed)))).wrong();
    assertEquals(fits, wrong.isEmpty(), wrong.toString());
    assertTrue(fits || wrong.containsKey("containers.0.number"));
  }

  @ParameterizedTest
  @CsvSource({"'3', 3, 3", "'3 to 10', 3, 10", "'3-10', 3, 10", "'3–10', 3, 10", "'0', 0, 0"})
  void rangesAreReadAsPeopleWriteThem(String typed, int min, int max) {
    Form form = FormCatalog.shipped().form("PIRACY").orElseThrow();
    JsonObject raiders = check(form, Map.of("raiders", typed)).details().getJsonObject("raiders");
    assertEquals(min, raiders.getInt("min"));
    assertEquals(max, raiders.getInt("max"));
  }

  @Test
  void valuesThatSayNothingStandAlone() {
    Form form = FormCatalog.shipped().form("PIRACY").orElseThrow();
    assertTrue(
        check(form, Map.of("weapons", List.of("NONE_SEEN", "KNIFE")))
            .wrong()
            .containsKey("weapons"));
    assertEquals(
        Map.of(), check(form, Map.of("weapons", List.of("PISTOL", "KNIFE", "KNIFE"))).wrong());
  }

  @Test
  void jsonIsReadAsItIsWritten() {
    Form form = FormCatalog.shipped().form("PIRACY").orElseThrow();
    JsonObject json =
        Json.createObjectBuilder()
            .add("raiders", Json.createObjectBuilder().add("min", 3).add("max", 10))
            .add("alertUsed", JsonValue.TRUE)
            .add("speed", 12.5)
            .add("killed", 0)
            .add("weapons", Json.createArrayBuilder().add("KNIFE"))
            .build();
    Checked checked = check(form, FormRules.typed(json));
    assertEquals(Map.of(), checked.wrong());
    assertEquals("YES", checked.details().getString("alertUsed"));
    assertEquals(0, checked.details().getInt("killed"), "zero is an answer");
    assertEquals("12.5", checked.details().get("speed").toString());
  }

  @Test
  void indicatorsCannotBeClicked() {
    assertEquals(
        "hxxps[:]//evil[.]example/x[.]php", FormText.defanged("https://evil.example/x.php"));
    assertEquals("a[@]evil[.]example", FormText.defanged("a@evil.example"));
    assertEquals("10[.]0[.]0[.]1", FormText.defanged("10.0.0.1"));
  }

  private static final FormWords PSEUDO = pseudo();

  private static FormWords pseudo() {
    Map<String, String> texts = new HashMap<>();
    WORDS
        .texts()
        .forEach((key, text) -> texts.put(key, text.replaceAll("\\p{L}(?![^{]*\\})", "ж")));
    return new FormWords(texts, Locale.ROOT);
  }

  /** Every word that is shown comes from the bundle: a made-up language leaves no English. */
  @ParameterizedTest
  @MethodSource("fields")
  void everyWordCanBeTranslated(Asked asked) {
    FormWords other = PSEUDO;
    FormField field = asked.field();
    List<String> shown = new ArrayList<>();
    shown.add(other.label(asked.form(), field));
    shown.add(other.hint(asked.form(), field));
    field.values().forEach(value -> shown.add(other.value(field, value)));
    shown.add(other.unit(field));
    field.parts().forEach(part -> shown.add(other.label(asked.form(), part)));
    Object bad = field.type() == FieldType.SET ? List.of("жж") : "ж";
    boolean text = field.most() != null && field.type() == FieldType.LINE;
    shown.addAll(
        FormRules.check(
                asked.form(), with(asked.form(), field, text ? "ж".repeat(6000) : bad), other, NOW)
            .wrong()
            .values());
    for (String one : shown) {
      assertFalse(
          one.matches("(?s).*[a-z]{3,}.*"), () -> asked + " shows words of its own: " + one);
    }
  }

  /** Adding a field is one line of the description and its words. */
  @Test
  void aNewFieldIsCheckedKeptAndShown() {
    FormCatalog more =
        FormCatalog.read(
            FormCatalog.resource("forms.tsv"),
            FormCatalog.resource("fields.tsv")
                + "PIRACY\tWHAT\tdogs\tWHOLE\t\t0..9\tdogs\tALL\t\tnone\n");
    Form form = more.form("PIRACY").orElseThrow();
    assertTrue(form.fields(Step.WHAT).stream().anyMatch(field -> field.name().equals("dogs")));
    Map<String, String> texts = new HashMap<>(WORDS.texts());
    texts.put("field.dogs", "Dogs on board");
    FormWords words = new FormWords(texts, Locale.ENGLISH);
    assertEquals(
        "Dogs on board: write a whole number from 0 to 9.",
        FormRules.check(form, Map.of("dogs", "10"), words, NOW).wrong().get("dogs"));
    JsonObject details = FormRules.check(form, Map.of("dogs", "2"), words, NOW).details();
    assertEquals("{\"dogs\":2}", details.toString());
    assertEquals("2 dogs", new FormText(form, words).groups(details).get(0).facts().get(0).text());
  }
}

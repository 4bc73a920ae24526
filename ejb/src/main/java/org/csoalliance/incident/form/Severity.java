package org.csoalliance.incident.form;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The category of piracy and armed robbery after ReCAAP: violence (weapons, treatment of the crew,
 * number of raiders) by economic loss. What is not known may be the least or the gravest: where
 * that makes a difference, there is no category yet. An attempt has none.
 *
 * @param category 1, the gravest, to 4; null: an attempt, or not enough is known
 * @param attempt whether nobody got on board
 * @param violence the level as far as known
 * @param economic the level as far as known
 * @param gravest the category if everything unknown were at its worst
 * @param mildest the category if everything unknown were at its least
 * @param missing what is not known and would decide: weapons, treatment, raiders, stolen
 */
public record Severity(
    Integer category,
    boolean attempt,
    Level violence,
    Level economic,
    int gravest,
    int mildest,
    List<String> missing,
    JsonObject details) {

  /** How strong a factor is. */
  public enum Level {
    NONE,
    LOW,
    MEDIUM,
    HIGH,
    UNKNOWN
  }

  /** Category by violence (rows: none to high) and economic loss (columns: none to high). */
  private static final int[][] TABLE = {{4, 4, 3, 2}, {3, 3, 3, 2}, {2, 2, 2, 1}, {1, 1, 1, 1}};

  private static final Map<String, Level> TREATMENT =
      Map.of(
          "NONE", Level.NONE,
          "THREATENED", Level.LOW,
          "TIED_UP", Level.MEDIUM,
          "ASSAULTED", Level.MEDIUM,
          "HOSTAGE", Level.MEDIUM,
          "INJURED", Level.HIGH,
          "KIDNAPPED", Level.HIGH,
          "KILLED", Level.HIGH,
          "MISSING", Level.HIGH);

  /** Any of these answered makes it worth rating. */
  private static final List<String> ASKED =
      List.of(
          "weapons",
          "treatment",
          "raiders",
          "stolen",
          "outcome",
          "killed",
          "missing",
          "kidnapped",
          "injured",
          "hostage",
          "assaulted");

  private static final Set<String> GUNS = Set.of("PISTOL", "RIFLE", "RPG", "EXPLOSIVE");

  private static final Map<String, Level> LOOT =
      Map.ofEntries(
          Map.entry("NOTHING", Level.NONE),
          Map.entry("STORES", Level.LOW),
          Map.entry("ENGINE_SPARES", Level.LOW),
          Map.entry("PAINT", Level.LOW),
          Map.entry("ROPE", Level.LOW),
          Map.entry("BA_SETS", Level.LOW),
          Map.entry("LIFERAFT", Level.LOW),
          Map.entry("CASH", Level.MEDIUM),
          Map.entry("CREW_PROPERTY", Level.MEDIUM),
          Map.entry("BUNKERS", Level.MEDIUM),
          Map.entry("CARGO", Level.HIGH),
          Map.entry("SHIP", Level.HIGH));

  /**
   * Computes it.
   *
   * @return empty where the form is not the one of piracy and armed robbery, or where nothing about
   *     violence and loss was answered
   */
  public static Optional<Severity> of(Form form, String kind, JsonObject details) {
    boolean asked = ASKED.stream().anyMatch(details::containsKey);
    if (!form.name().equals("PIRACY") || !asked) {
      return Optional.empty();
    }
    boolean attempt =
        details.getString("outcome", "").equals("ATTEMPTED")
            || kind.equals("ATTEMPT") && !details.getString("outcome", "").equals("SUCCESSFUL");
    Set<String> missing = new TreeSet<>();
    Level least = violence(details, false, missing);
    Level worst = violence(details, true, missing);
    Level stolen = stolen(details, kind);
    Level lootLeast = stolen == Level.UNKNOWN ? Level.NONE : stolen;
    Level lootWorst = stolen == Level.UNKNOWN ? Level.HIGH : stolen;
    if (stolen == Level.UNKNOWN) {
      missing.add("stolen");
    }
    int mildest = TABLE[least.ordinal()][lootLeast.ordinal()];
    int gravest = TABLE[worst.ordinal()][lootWorst.ordinal()];
    return Optional.of(
        new Severity(
            attempt || mildest != gravest ? null : mildest,
            attempt,
            least == worst ? least : Level.UNKNOWN,
            stolen,
            gravest,
            mildest,
            List.copyOf(missing),
            details));
  }

  private static Level violence(JsonObject details, boolean worst, Set<String> missing) {
    Set<String> weapons = chosen(details, "weapons");
    Set<String> done = chosen(details, "treatment");
    if (counted(details, "killed", "missing", "kidnapped", "injured")) {
      done.add("INJURED");
      done.remove("UNKNOWN");
    }
    if (counted(details, "hostage", "assaulted")) {
      done.add("HOSTAGE");
      done.remove("UNKNOWN");
    }
    boolean weaponsKnown = !weapons.isEmpty() && !weapons.contains("UNKNOWN");
    boolean doneKnown = !done.isEmpty() && !done.contains("UNKNOWN");
    JsonObject raiders = details.getJsonObject("raiders");
    if (!weaponsKnown) {
      missing.add("weapons");
    }
    if (!doneKnown) {
      missing.add("treatment");
    }
    if (raiders == null) {
      missing.add("raiders");
    }
    Level treatment =
        doneKnown
            ? done.stream().map(TREATMENT::get).max(Level::compareTo).orElse(Level.NONE)
            : worst ? Level.HIGH : Level.NONE;
    boolean guns = weaponsKnown ? weapons.stream().anyMatch(GUNS::contains) : worst;
    boolean armed = weaponsKnown ? !weapons.contains("NONE_SEEN") : worst;
    long many = raiders == null ? (worst ? 100 : 1) : raiders.getJsonNumber("max").longValue();
    Level force = Level.NONE;
    if (guns || armed && (many >= 7 || treatment.compareTo(Level.LOW) >= 0)) {
      force = Level.MEDIUM;
    } else if (armed || many >= 7) {
      force = Level.LOW;
    }
    return treatment.compareTo(force) >= 0 ? treatment : force;
  }

  private static Level stolen(JsonObject details, String kind) {
    if (kind.equals("HIJACK")) {
      return Level.HIGH;
    }
    Set<String> stolen = chosen(details, "stolen");
    return stolen.isEmpty() || stolen.contains("UNKNOWN")
        ? Level.UNKNOWN
        : stolen.stream().map(LOOT::get).max(Level::compareTo).orElse(Level.UNKNOWN);
  }

  private static boolean counted(JsonObject details, String... fields) {
    for (String field : fields) {
      if (details.containsKey(field) && details.getJsonNumber(field).longValue() > 0) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> chosen(JsonObject details, String field) {
    JsonArray values = details.getJsonArray(field);
    Set<String> chosen = new TreeSet<>();
    if (values != null) {
      values.getValuesAs(JsonString.class).forEach(value -> chosen.add(value.getString()));
    }
    return chosen;
  }

  /** Why the category is what it is, or why there is none. */
  public String why(Form form, FormWords words) {
    if (attempt) {
      return words.text("severity.attempt");
    }
    String v = words.text("severity.level." + violence);
    String e = words.text("severity.level." + economic);
    String first =
        category == null
            ? words.fill("severity.open", v, e, gravest, mildest, names(words))
            : words.fill("severity.category", v, e, category);
    List<String> grounds = new ArrayList<>();
    FormText text = new FormText(form, words);
    for (String field : List.of("weapons", "treatment", "raiders", "stolen")) {
      form.field(field)
          .filter(one -> details.containsKey(field))
          .ifPresent(
              one ->
                  grounds.add(words.fill("severity." + field, text.text(one, details.get(field)))));
    }
    return grounds.isEmpty()
        ? first
        : words.fill(
            "sentences", first, words.fill("severity.because", String.join(", ", grounds)));
  }

  private String names(FormWords words) {
    return String.join(
        ", ", missing.stream().map(one -> words.text("severity.missing." + one)).toList());
  }
}

package org.csoalliance.incident.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All long forms. The one that is shipped is read from {@code forms.tsv} and {@code fields.tsv}; a
 * field is added by a line there and its words in {@code words_en.properties}, and nowhere else.
 */
public final class FormCatalog {
  /** The version of the description, kept with each answer; raise it when a field changes. */
  public static final int VERSION = 1;

  private static final FormCatalog SHIPPED = read(resource("forms.tsv"), resource("fields.tsv"));

  private final Map<String, Form> forms;

  private FormCatalog(Map<String, Form> forms) {
    this.forms = forms;
  }

  /** The forms of the platform. */
  public static FormCatalog shipped() {
    return SHIPPED;
  }

  /**
   * Reads a description.
   *
   * @param forms the text of {@code forms.tsv}
   * @param fields the text of {@code fields.tsv}
   * @throws IllegalArgumentException when a line cannot be understood
   */
  public static FormCatalog read(String forms, String fields) {
    Map<String, Form> read = new LinkedHashMap<>();
    for (String[] line : lines(forms, 3)) {
      read.put(line[0], new Form(line[0], words(line[1]), line[2], new ArrayList<>()));
    }
    for (String[] line : lines(fields, 10)) {
      FormField field = field(line);
      List<String> names = line[0].equals("*") ? List.copyOf(read.keySet()) : words(line[0]);
      for (String name : names) {
        if (!read.containsKey(name)) {
          throw new IllegalArgumentException("No form " + name + ", asked by " + line[2]);
        }
        put(read.get(name).fields(), field);
      }
    }
    Map<String, Form> done = new LinkedHashMap<>();
    read.forEach(
        (name, form) ->
            done.put(
                name,
                new Form(name, form.kinds(), form.attribution(), List.copyOf(form.fields()))));
    return new FormCatalog(done);
  }

  /** A part goes into its record, which stands before it. */
  private static void put(List<FormField> fields, FormField field) {
    int dot = field.name().indexOf('.');
    if (fields.stream().anyMatch(other -> other.name().equals(field.name()))) {
      throw new IllegalArgumentException("Two fields are called " + field.name());
    }
    if (dot < 0) {
      fields.add(field);
      return;
    }
    String record = field.name().substring(0, dot);
    for (int n = 0; n < fields.size(); n++) {
      FormField owner = fields.get(n);
      if (owner.name().equals(record) && owner.type() == FieldType.RECORDS) {
        List<FormField> parts = new ArrayList<>(owner.parts());
        parts.add(field);
        fields.set(n, owner.with(List.copyOf(parts)));
        return;
      }
    }
    throw new IllegalArgumentException(field.name() + " belongs to no record before it");
  }

  private static FormField field(String[] line) {
    String[] limits = line[5].isEmpty() ? new String[] {null, null} : line[5].split("\\.\\.", 2);
    Map<String, String> rules = new LinkedHashMap<>();
    for (String rule : words(line[8])) {
      int equals = rule.indexOf('=');
      rules.put(
          equals < 0 ? rule : rule.substring(0, equals),
          equals < 0 ? "" : rule.substring(equals + 1));
    }
    FieldType type = FieldType.valueOf(line[3]);
    List<String> values =
        type == FieldType.YES_NO ? List.of("YES", "NO", "UNKNOWN") : words(line[4]);
    return new FormField(
        line[2],
        Step.valueOf(line[1]),
        type,
        values,
        limits[0] == null ? null : new BigDecimal(limits[0]),
        limits[1] == null ? null : new BigDecimal(limits[1]),
        line[6],
        Audience.valueOf(line[7]),
        rules.containsKey("core"),
        rules.containsKey("required"),
        rules.containsKey("future"),
        Integer.parseInt(rules.getOrDefault("records", "0")),
        rules.get("atMost"),
        rules.get("notBefore"),
        rules.containsKey("personal"),
        rules.get("review"),
        rules.containsKey("more"),
        line[9],
        List.of());
  }

  private static List<String> words(String cell) {
    return cell.isBlank() ? List.of() : Arrays.asList(cell.strip().split(" +"));
  }

  /** The lines behind the header, without comments. */
  private static List<String[]> lines(String text, int columns) {
    List<String[]> lines = new ArrayList<>();
    boolean header = true;
    for (String line : text.split("\\R")) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!header) {
        String[] cells = line.split("\t", -1);
        if (cells.length != columns) {
          throw new IllegalArgumentException("Not " + columns + " columns: " + line);
        }
        lines.add(cells);
      }
      header = false;
    }
    return lines;
  }

  /** The text of a file of the description. */
  public static String resource(String name) {
    try (InputStream in = FormCatalog.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Every form, in the order of the description. */
  public List<Form> forms() {
    return List.copyOf(forms.values());
  }

  /** The form that serves a kind of incident. */
  public Form ofKind(String kind) {
    return forms.values().stream()
        .filter(form -> form.kinds().contains(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No form serves " + kind));
  }

  /** The form of a name. */
  public Optional<Form> form(String name) {
    return Optional.ofNullable(forms.get(name));
  }
}

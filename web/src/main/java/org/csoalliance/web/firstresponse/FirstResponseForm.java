package org.csoalliance.web.firstresponse;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.incident.firstresponse.Audience;
import org.csoalliance.incident.firstresponse.Block;
import org.csoalliance.incident.firstresponse.Content;
import org.csoalliance.incident.firstresponse.Draft;
import org.csoalliance.incident.firstresponse.Part;
import org.csoalliance.incident.firstresponse.Source;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Tlp;

/** What an editor typed, kept until it can be read. */
public class FirstResponseForm implements Serializable {
  private static final long serialVersionUID = 1L;

  /** One part of the report. */
  public static class Row implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Part part;
    private String at;
    private Audience audience;
    private String text;

    Row(Part part, String at, Audience audience, String text) {
      this.part = part;
      this.at = at;
      this.audience = audience;
      this.text = text;
    }

    public Part getPart() {
      return part;
    }

    public String getAt() {
      return at;
    }

    public void setAt(String at) {
      this.at = at;
    }

    public Audience getAudience() {
      return audience;
    }

    public void setAudience(Audience audience) {
      this.audience = audience;
    }

    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text;
    }
  }

  /** What was understood, with a sentence for each field that was not. */
  record Read(Content content, List<String> incidents, Map<String, String> wrong) {}

  private String submissionKey = UUID.randomUUID().toString();
  private String title;
  private String kind;
  private String severity;
  private String when;
  private String position;
  private String area;
  private Audience audience;
  private Tlp tlp;
  private String incidents;
  private final List<Row> rows = new ArrayList<>();

  /** A form to be filled in by a draft. */
  static FirstResponseForm of(Draft draft) {
    Content content = draft.content();
    FirstResponseForm form = new FirstResponseForm();
    form.title = content.title();
    form.kind = content.kind() == null ? "OTHER" : content.kind().name();
    form.severity = content.severity() == null ? "" : content.severity().toString();
    form.when = TypedTime.of(content.occurredAt(), content.precision());
    form.position = content.position() == null ? "" : content.position().format();
    form.area = content.area();
    form.audience = content.audience();
    form.tlp = content.tlp();
    form.incidents =
        draft.sources().stream().map(Source::reference).collect(Collectors.joining(", "));
    content.blocks().forEach(block -> form.rows.add(row(block)));
    Stream.of(Part.KNOWN, Part.NOT_KNOWN, Part.ADVICE)
        .filter(part -> form.rows.stream().noneMatch(row -> row.part == part))
        .forEach(part -> form.insert(new Row(part, null, content.audience(), "")));
    return form;
  }

  private static Row row(Block block) {
    return new Row(
        block.part(),
        TypedTime.of(block.at(), OccurredPrecision.EXACT),
        block.audience(),
        block.text());
  }

  /** Puts a row behind the last one of its part, updates in front of the others. */
  private void insert(Row row) {
    int place = 0;
    while (place < rows.size()
        && (row.part == Part.UPDATE
            ? rows.get(place).part.compareTo(row.part) < 0
            : rows.get(place).part.compareTo(row.part) <= 0)) {
      place++;
    }
    rows.add(place, row);
  }

  /** One more part of the kind, for the audience of the report. */
  void add(Part part, Instant now) {
    String at = part == Part.UPDATE ? TypedTime.of(now, OccurredPrecision.EXACT) : null;
    insert(new Row(part, at, audience, ""));
  }

  /** Reads what was typed; never throws. */
  Read read() {
    Map<String, String> wrong = new LinkedHashMap<>();
    Optional<TypedTime> time = Optional.empty();
    if (!blank(when)) {
      time = TypedTime.parse(when);
      if (time.isEmpty()) {
        wrong.put("occurredAt", "Write the time in UTC as 22 Nov 2026 04:15, or the day alone.");
      }
    }
    Optional<Position> at = Optional.empty();
    if (!blank(position)) {
      at = Position.parse(position);
      if (at.isEmpty()) {
        wrong.put("position", "Write the position as 01-49.9N 003-12.1E, or leave it empty.");
      }
    }
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      blocks.add(block(rows.get(i), "block-" + i, wrong));
    }
    Content content =
        new Content(
            text(title),
            kind == null ? null : IncidentKind.valueOf(kind),
            blank(severity) ? null : Integer.valueOf(severity),
            time.map(TypedTime::at).orElse(null),
            time.map(TypedTime::precision).orElse(OccurredPrecision.EXACT),
            at.orElse(null),
            text(area),
            audience,
            tlp,
            blocks);
    List<String> references =
        Arrays.stream(text(incidents).split("[,;\\s]+"))
            .filter(reference -> !reference.isBlank())
            .toList();
    return new Read(content, references, wrong);
  }

  private static Block block(Row row, String field, Map<String, String> wrong) {
    Instant at = null;
    if (row.part == Part.UPDATE && !blank(row.at)) {
      Optional<TypedTime> time = TypedTime.parse(row.at);
      if (time.isEmpty() && !blank(row.text)) {
        wrong.put(field, "Write the time in UTC as 22 Nov 2026 04:15.");
      }
      at = time.map(TypedTime::at).orElse(null);
    }
    return new Block(row.part, at, row.audience, text(row.text));
  }

  /**
   * The client id of a field that a sentence of the service is about.
   *
   * @param field its name there
   */
  static String id(String field) {
    if (field.startsWith("block-")) {
      return "parts:" + field.substring(6) + ":text";
    }
    return field.equals("known") ? "parts:0:text" : field;
  }

  /** The same for a sentence about the kept draft, which has no empty parts. */
  String idOfKept(String field) {
    if (!field.startsWith("block-")) {
      return id(field);
    }
    int left = Integer.parseInt(field.substring(6));
    for (int i = 0; i < rows.size(); i++) {
      if (!blank(rows.get(i).text) && left-- == 0) {
        return id("block-" + i);
      }
    }
    return id("known");
  }

  private static boolean blank(String typed) {
    return typed == null || typed.isBlank();
  }

  private static String text(String typed) {
    return typed == null ? "" : typed;
  }

  public String getSubmissionKey() {
    return submissionKey;
  }

  /** Anything but a key is ignored, so that a meddled form still works. */
  public void setSubmissionKey(String submissionKey) {
    try {
      this.submissionKey = UUID.fromString(submissionKey == null ? "" : submissionKey).toString();
    } catch (IllegalArgumentException none) {
      this.submissionKey = UUID.randomUUID().toString();
    }
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getSeverity() {
    return severity;
  }

  public void setSeverity(String severity) {
    this.severity = severity;
  }

  public String getWhen() {
    return when;
  }

  public void setWhen(String when) {
    this.when = when;
  }

  public String getPosition() {
    return position;
  }

  public void setPosition(String position) {
    this.position = position;
  }

  public String getArea() {
    return area;
  }

  public void setArea(String area) {
    this.area = area;
  }

  public Audience getAudience() {
    return audience;
  }

  public void setAudience(Audience audience) {
    this.audience = audience;
  }

  public Tlp getTlp() {
    return tlp;
  }

  public void setTlp(Tlp tlp) {
    this.tlp = tlp;
  }

  public String getIncidents() {
    return incidents;
  }

  public void setIncidents(String incidents) {
    this.incidents = incidents;
  }

  public List<Row> getRows() {
    return rows;
  }
}

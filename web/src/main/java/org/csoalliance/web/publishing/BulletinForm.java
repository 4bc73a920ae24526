package org.csoalliance.web.publishing;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.csoalliance.publishing.Audience;
import org.csoalliance.publishing.Content;
import org.csoalliance.publishing.Draft;
import org.csoalliance.publishing.Kind;
import org.csoalliance.publishing.Plan;
import org.csoalliance.publishing.Section;

/** What an editor typed, kept until it can be read. */
public class BulletinForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String GROUPS = "G:";
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH);

  /** One section. */
  public static class Row implements Serializable {
    private static final long serialVersionUID = 1L;

    private String kicker = "";
    private String title = "";
    private String teaser = "";
    private String text = "";
    private String whom = Audience.PUBLIC.name();

    static Row of(Section section) {
      Row row = new Row();
      row.kicker = section.kicker();
      row.title = section.title();
      row.teaser = section.teaser();
      row.text = section.text();
      row.whom =
          section.audience() == Audience.GROUPS
              ? GROUPS
                  + section.groups().stream()
                      .sorted()
                      .map(String::valueOf)
                      .collect(Collectors.joining(","))
              : section.audience().name();
      return row;
    }

    Section read() {
      boolean groups = whom != null && whom.startsWith(GROUPS);
      Set<Long> numbers =
          groups
              ? Arrays.stream(whom.substring(GROUPS.length()).split(","))
                  .filter(number -> number.matches("[0-9]{1,18}"))
                  .map(Long::valueOf)
                  .collect(Collectors.toSet())
              : Set.of();
      Audience audience =
          groups
              ? Audience.GROUPS
              : Audience.PUBLIC.name().equals(whom) ? Audience.PUBLIC : Audience.MEMBERS;
      return new Section(
          text(kicker), text(title), "", text(teaser), text(text), audience, numbers);
    }

    private static String text(String typed) {
      return typed == null ? "" : typed;
    }

    public String getKicker() {
      return kicker;
    }

    public void setKicker(String kicker) {
      this.kicker = kicker;
    }

    public String getTitle() {
      return title;
    }

    public void setTitle(String title) {
      this.title = title;
    }

    public String getTeaser() {
      return teaser;
    }

    public void setTeaser(String teaser) {
      this.teaser = teaser;
    }

    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text;
    }

    public String getWhom() {
      return whom;
    }

    public void setWhom(String whom) {
      this.whom = whom;
    }
  }

  /** What was understood, with a sentence for each field that was not. */
  record Read(Content content, Plan plan, Map<String, String> wrong) {}

  private String submissionKey = UUID.randomUUID().toString();
  private Kind kind = Kind.BULLETIN;
  private String title = "";
  private String day = "";
  private Audience audience = Audience.PUBLIC;
  private String introduction = "";
  private String address = "";
  private String publishAt = "";
  private boolean mail = true;
  private String note = "";
  private final List<Row> rows = new ArrayList<>();

  /** An empty one for the day. */
  static BulletinForm empty(LocalDate today) {
    BulletinForm form = new BulletinForm();
    form.day = today.toString();
    form.rows.add(new Row());
    return form;
  }

  /** One to be filled in by a draft. */
  static BulletinForm of(Draft draft) {
    Content content = draft.content();
    BulletinForm form = new BulletinForm();
    form.kind = content.kind();
    form.title = content.title();
    form.day = String.valueOf(content.day());
    form.audience = content.audience();
    form.introduction = content.introduction();
    form.address = draft.slug();
    form.publishAt =
        draft.begun() && draft.plan().publishAt() != null
            ? MINUTE.format(draft.plan().publishAt().atOffset(ZoneOffset.UTC))
            : "";
    form.mail = draft.begun() ? draft.plan().mail() : false;
    form.note = draft.plan().note();
    content.sections().forEach(section -> form.rows.add(Row.of(section)));
    if (form.rows.isEmpty()) {
      form.rows.add(new Row());
    }
    return form;
  }

  /** Reads what was typed; never throws. */
  Read read() {
    Map<String, String> wrong = new LinkedHashMap<>();
    LocalDate date = null;
    try {
      date = day == null || day.isBlank() ? null : LocalDate.parse(day.strip());
    } catch (DateTimeException none) {
      wrong.put("day", "Write the date as 2026-11-22.");
    }
    Instant at = null;
    try {
      at =
          publishAt == null || publishAt.isBlank()
              ? null
              : LocalDateTime.parse(publishAt.strip().replace('T', ' '), MINUTE)
                  .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException none) {
      wrong.put("publishAt", "Write the time in UTC as 2026-11-22 08:00, or leave it empty.");
    }
    return new Read(
        new Content(
            kind,
            Row.text(title),
            date,
            audience,
            Row.text(introduction),
            rows.stream().map(Row::read).toList()),
        new Plan(Row.text(address), at, mail, Row.text(note)),
        wrong);
  }

  /**
   * The client id of a field that a sentence of the service is about.
   *
   * @param field its name there, such as {@code teaser-2}
   */
  static String id(String field) {
    int dash = field.lastIndexOf('-');
    if (dash < 0) {
      return field;
    }
    String part = field.substring(0, dash);
    return "sections:" + field.substring(dash + 1) + ":" + (part.equals("groups") ? "whom" : part);
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

  public Kind getKind() {
    return kind;
  }

  public void setKind(Kind kind) {
    this.kind = kind;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day;
  }

  public Audience getAudience() {
    return audience;
  }

  public void setAudience(Audience audience) {
    this.audience = audience;
  }

  public String getIntroduction() {
    return introduction;
  }

  public void setIntroduction(String introduction) {
    this.introduction = introduction;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getPublishAt() {
    return publishAt;
  }

  public void setPublishAt(String publishAt) {
    this.publishAt = publishAt;
  }

  public boolean isMail() {
    return mail;
  }

  public void setMail(boolean mail) {
    this.mail = mail;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public List<Row> getRows() {
    return rows;
  }
}

package org.csoalliance.incident.list;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.Sha256;
import org.csoalliance.platform.text.PlainText;

/** Makes events of the rows of a list, or says in one sentence why it cannot. */
final class ListReader {
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

  private final ListMapping mapping;
  private final List<String> header;
  private final DateTimeFormatter dates;
  private final ZoneId zone;
  private final Instant last;
  private final String how;

  /** Either an event or the reason why there is none; the other is null. */
  record Reading(int line, ListEvent event, String refusal) {}

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
      super(sentence);
    }
  }

  ListReader(ListMapping mapping, List<String> header, Instant now) {
    this.mapping = mapping;
    this.header = header;
    this.zone = ZoneId.of(mapping.zone());
    this.last = now.plus(Duration.ofDays(1));
    this.how = mapping.json();
    this.dates =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(mapping.dateFormat())
            .appendPattern("['T'][' ']['at '][HH:mm[:ss][.SSSSSS][.SSS]][HHmm][' '][XXX][XX]['Z']")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
  }

  Reading read(ListFile.Row row) {
    if (row.broken() != null) {
      return new Reading(row.line(), null, row.broken());
    }
    try {
      return new Reading(row.line(), event(row), null);
    } catch (Refused refused) {
      return new Reading(row.line(), null, refused.getMessage());
    }
  }

  private ListEvent event(ListFile.Row row) throws Refused {
    byte[] hash =
        Sha256.of(
            mapping.sourceName() + "\u001f" + String.join("\u001f", row.values()) + "\u001f" + how);
    String reference = line(row, ListField.REFERENCE, 40);
    if (reference.isEmpty()) {
      byte[] content = Sha256.of(String.join("\u001f", row.values()));
      reference = "row " + HexFormat.of().formatHex(content, 0, 6);
    }
    String day = line(row, ListField.DATE, 60);
    String clock = line(row, ListField.TIME, 20);
    Time time = time(day, clock);
    Position position = position(row);
    String area = line(row, ListField.AREA, 200);
    if (position == null && area.isEmpty()) {
      throw new Refused("The row has neither a position nor a place.");
    }
    String words = line(row, ListField.KIND, 300);
    IncidentKind kind = kind(words);
    String text = block(row, ListField.TEXT);
    String title = line(row, ListField.TITLE, 200);
    if (text.isEmpty() && title.isEmpty()) {
      throw new Refused("The row does not tell what happened.");
    }
    if (title.isEmpty()) {
      String place = area.isEmpty() ? position.format() : area;
      title = PlainText.column((words.isEmpty() ? kind.words() : words) + ", " + place, 200);
    }
    return new ListEvent(
        row.line(),
        HexFormat.of().formatHex(hash),
        reference,
        time.at(),
        time.precision(),
        position,
        area,
        kind,
        words,
        title,
        text.isEmpty() ? title : text,
        line(row, ListField.SHIP_NAME, 100),
        imo(line(row, ListField.SHIP_IMO, 20)),
        line(row, ListField.SHIP_TYPE, 100));
  }

  private record Time(Instant at, OccurredPrecision precision) {}

  private Time time(String day, String clock) throws Refused {
    if (day.isEmpty()) {
      throw new Refused("The date is lacking.");
    }
    String written = clock.isEmpty() ? day : day + " " + clock.replaceFirst("^(\\d:)", "0$1");
    TemporalAccessor read;
    try {
      read = dates.parseBest(written, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    } catch (DateTimeException unreadable) {
      throw new Refused(
          "The date “"
              + written
              + "” cannot be read as "
              + mapping.dateFormat().replace('u', 'y')
              + ".");
    }
    Time time;
    if (read instanceof OffsetDateTime with) {
      time = new Time(with.toInstant(), OccurredPrecision.EXACT);
    } else if (read instanceof LocalDateTime local) {
      boolean utc = written.endsWith("Z") || written.endsWith("z");
      time =
          new Time(local.atZone(utc ? ZoneOffset.UTC : zone).toInstant(), OccurredPrecision.EXACT);
    } else {
      time =
          new Time(
              LocalDate.from(read).atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC),
              OccurredPrecision.DAY);
    }
    if (time.at().isAfter(last)) {
      throw new Refused("The date " + day + " lies in the future.");
    } else if (time.at().isBefore(FIRST)) {
      throw new Refused("The date " + day + " lies before 1970.");
    }
    return time;
  }

  private Position position(ListFile.Row row) throws Refused {
    String whole = line(row, ListField.POSITION, 100);
    String latitude = line(row, ListField.LATITUDE, 50);
    String longitude = line(row, ListField.LONGITUDE, 50);
    if (whole.isEmpty() && (latitude.isEmpty() || longitude.isEmpty())) {
      return null;
    }
    String written = whole.isEmpty() ? latitude + ", " + longitude : whole;
    Optional<Position> read = Position.parse(written);
    if (read.isEmpty() && whole.isEmpty()) {
      read = Position.parse(decimal(latitude) + ", " + decimal(longitude));
    }
    return read.orElseThrow(
        () ->
            new Refused(
                "The position “" + written + "” cannot be read or lies outside the ranges."));
  }

  /** A decimal comma, and more digits than a position has. */
  private static String decimal(String half) {
    String point = half.replace(',', '.');
    return point.matches("[+-]?\\d{1,3}\\.\\d{13,}")
        ? point.substring(0, point.indexOf('.') + 13)
        : point;
  }

  private IncidentKind kind(String words) {
    if (words.isEmpty()) {
      return mapping.otherwise();
    }
    IncidentKind mapped = mapping.kinds().get(words.toLowerCase(Locale.ROOT));
    if (mapped != null) {
      return mapped;
    }
    IncidentKind ours = ListMapping.kind(words);
    return ours == null ? mapping.otherwise() : ours;
  }

  private static String imo(String typed) throws Refused {
    if (typed.isEmpty()) {
      return null;
    }
    return ImoNumber.ship(typed)
        .map(ImoNumber::digits)
        .orElseThrow(() -> new Refused("The ship number “" + typed + "” fails its check digit."));
  }

  private String line(ListFile.Row row, ListField field, int most) throws Refused {
    String value = PlainText.line(value(row, field), most + 1);
    if (value.codePointCount(0, value.length()) > most) {
      throw new Refused(field.words() + " is longer than " + most + " characters.");
    }
    return value;
  }

  private String block(ListFile.Row row, ListField field) throws Refused {
    String text =
        value(row, field)
            .replaceAll("\\R", "\n")
            .replaceAll("[\\p{Cc}&&[^\n\t]]|[\\u202a-\\u202e\\u2066-\\u2069]", "")
            .strip();
    if (text.length() > 20_000) {
      throw new Refused("The text is longer than 20,000 characters.");
    }
    return text;
  }

  private String value(ListFile.Row row, ListField field) {
    String column = mapping.columns().get(field);
    int place = column == null ? -1 : header.indexOf(column);
    return place < 0 ? "" : row.values().get(place);
  }
}

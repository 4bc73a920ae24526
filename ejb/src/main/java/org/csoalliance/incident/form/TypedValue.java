package org.csoalliance.incident.form;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csoalliance.incident.TypedText;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.platform.geo.Position;

/** Reads one typed answer: what it means, or a sentence what is wrong with it. */
final class TypedValue {
  private static final LocalDate EARLIEST_DAY = LocalDate.of(1900, 1, 1);
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Duration CLOCK_SLIP = Duration.ofMinutes(5);
  private static final Duration AHEAD = Duration.ofDays(731);
  private static final Set<FieldType> TEXTS =
      Set.of(FieldType.LINE, FieldType.BLOCK, FieldType.INDICATOR);
  private static final int MOST_TYPED = 200;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern NUMBER =
      Pattern.compile("(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\\.[0-9]{1,10})?");
  private static final Pattern RANGE =
      Pattern.compile("([0-9,]+)(?: *(?:to|-|–|—) *([0-9,]+))?", Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY =
      Pattern.compile("([0-9]{1,2})[ ./-]+([0-9]{1,2})[ ./-]+([0-9]{4})");
  private static final Pattern MOMENT =
      Pattern.compile("(.+?) +([0-9]{1,2})[:.h ]?([0-9]{2})(?: ?(?:UTC|Z))?");

  private final FormWords words;
  private final Instant now;

  TypedValue(FormWords words, Instant now) {
    this.words = words;
    this.now = now;
  }

  /** An answer that cannot be taken; its message is the sentence. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
      super(sentence, null, false, false);
    }
  }

  Refused refuse(String key, Object... values) {
    return new Refused(words.fill(key, values));
  }

  /** The answer as it is kept; null: none was given. */
  JsonValue read(FormField field, String label, String typed) {
    if (TEXTS.contains(field.type())) {
      return text(field, label, typed);
    }
    String text = TypedText.line(cut(typed));
    if (text.isEmpty()) {
      return null;
    }
    if (typed.length() > MOST_TYPED) {
      throw refuse("wrong.long", label, typed.length(), MOST_TYPED);
    }
    return switch (field.type()) {
      case WHOLE -> Json.createValue(number(field, label, text, "wrong.whole").longValueExact());
      case DECIMAL -> Json.createValue(number(field, label, text, "wrong.decimal"));
      case RANGE -> range(field, label, text);
      case CHOICE, YES_NO -> choice(field, label, text);
      case INSTANT -> Json.createValue(instant(field, label, text).toString());
      case DATE -> Json.createValue(date(label, text).toString());
      case POSITION -> position(label, text);
      case IMO ->
          Json.createValue(
              ImoNumber.ship(text).orElseThrow(() -> refuse("wrong.imo", label)).digits());
      case MMSI -> mmsi(label, text);
      case CONTAINER -> container(label, text);
      case COUNTRY -> country(label, text);
      case LOCODE -> locode(label, text);
      default -> throw new IllegalStateException(field.name() + " is read elsewhere");
    };
  }

  /** Whether nobody can see anything of it. */
  static boolean blank(String typed) {
    return typed == null || typed.length() <= 2 * MOST_TYPED && TypedText.line(typed).isEmpty();
  }

  /** What is far too long is not looked at in full. */
  private static String cut(String typed) {
    return typed == null || typed.length() <= MOST_TYPED ? typed : typed.substring(0, MOST_TYPED);
  }

  private JsonValue text(FormField field, String label, String typed) {
    if (typed != null && typed.length() > 4 * field.most().intValue() + MOST_TYPED) {
      // no cleaning makes it short enough
      throw refuse("wrong.long", label, typed.length(), field.most());
    }
    String text = field.type() == FieldType.BLOCK ? TypedText.block(typed) : TypedText.line(typed);
    if (blank(text)) {
      return null;
    }
    int length = text.codePointCount(0, text.length());
    if (field.most() != null && length > field.most().intValue()) {
      throw refuse("wrong.long", label, length, field.most());
    }
    if (field.least() != null && length < field.least().intValue()) {
      throw refuse("wrong.short", label, field.least());
    }
    return Json.createValue(text);
  }

  /** A number between its limits. */
  private BigDecimal number(FormField field, String label, String text, String key) {
    Refused refused = refuse(key, label, field.least(), field.most());
    if (!NUMBER.matcher(text).matches()) {
      throw refused;
    }
    BigDecimal value = new BigDecimal(text.replace(",", ""));
    boolean whole = field.type() != FieldType.DECIMAL;
    if (value.compareTo(field.least()) < 0
        || value.compareTo(field.most()) > 0
        || whole && value.stripTrailingZeros().scale() > 0) {
      throw refused;
    }
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private JsonValue range(FormField field, String label, String text) {
    Matcher matcher = RANGE.matcher(text);
    if (!matcher.matches()) {
      throw refuse("wrong.range", label, field.least(), field.most());
    }
    long min = number(field, label, matcher.group(1), "wrong.range").longValueExact();
    long max =
        matcher.group(2) == null
            ? min
            : number(field, label, matcher.group(2), "wrong.range").longValueExact();
    if (min > max) {
      throw refuse("wrong.order", label);
    }
    return Json.createObjectBuilder().add("min", min).add("max", max).build();
  }

  private JsonValue choice(FormField field, String label, String text) {
    String value = text.toUpperCase(Locale.ROOT);
    if (!field.values().contains(value)) {
      throw refuse("wrong.choice", label);
    }
    return Json.createValue(value);
  }

  private Instant instant(FormField field, String label, String text) {
    Instant at = moment(label, text);
    if (at.isBefore(EARLIEST)) {
      throw refuse("wrong.early", label, "1990");
    }
    if (at.isAfter(now.plus(field.future() ? AHEAD : CLOCK_SLIP))) {
      throw refuse("wrong.future", label);
    }
    return at;
  }

  private Instant moment(String label, String text) {
    try {
      return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
    } catch (DateTimeException none) {
      Matcher matcher = MOMENT.matcher(text);
      if (matcher.matches()) {
        Optional<LocalDate> day = day(matcher.group(1));
        int hour = Integer.parseInt(matcher.group(2));
        int minute = Integer.parseInt(matcher.group(3));
        if (day.isPresent() && hour < 24 && minute < 60) {
          return day.get().atTime(LocalTime.of(hour, minute)).toInstant(ZoneOffset.UTC);
        }
      }
      throw refuse("wrong.instant", label);
    }
  }

  private LocalDate date(String label, String text) {
    LocalDate day = day(text).orElseThrow(() -> refuse("wrong.date", label));
    if (day.isBefore(EARLIEST_DAY)) {
      throw refuse("wrong.early", label, "1900");
    }
    if (day.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1))) {
      throw refuse("wrong.future", label);
    }
    return day;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      Matcher matcher = DAY.matcher(text.strip());
      if (matcher.matches()) {
        return Optional.of(
            LocalDate.of(
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(1))));
      }
      return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
          ? Optional.of(LocalDate.parse(text))
          : Optional.empty();
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private JsonValue position(String label, String text) {
    Position at =
        (text.length() > 100 ? Optional.<Position>empty() : Position.parse(text))
            .orElseThrow(() -> refuse("wrong.position", label));
    return Json.createObjectBuilder()
        .add("latitude", at.latitude())
        .add("longitude", at.longitude())
        .build();
  }

  private JsonValue mmsi(String label, String text) {
    String digits = text.replace(" ", "");
    if (!digits.matches("[2-7][0-9]{8}")) {
      throw refuse("wrong.mmsi", label);
    }
    return Json.createValue(digits);
  }

  private JsonValue container(String label, String text) {
    String number = text.toUpperCase(Locale.ROOT).replaceAll("[ -]", "");
    if (!number.matches("[A-Z]{4}[0-9]{7}")) {
      throw refuse("wrong.container", label);
    }
    if (checkDigit(number) != number.charAt(10) - '0') {
      throw refuse("wrong.container.check", label, number);
    }
    return Json.createValue(number);
  }

  /**
   * ISO 6346: letters count from 10 and leave out the multiples of 11; each place counts twice the
   * one before; the sum modulo 11, of which 10 is written as 0.
   */
  static int checkDigit(String number) {
    int sum = 0;
    for (int place = 0; place < 10; place++) {
      char c = number.charAt(place);
      int value = c - '0';
      if (c >= 'A') {
        value = letter(c);
      }
      sum += value << place;
    }
    return sum % 11 % 10;
  }

  private static int letter(char c) {
    int value = 10;
    for (char one = 'A'; one < c; one++) {
      value++;
      if (value % 11 == 0) {
        value++;
      }
    }
    return value;
  }

  private JsonValue country(String label, String text) {
    String code = text.toUpperCase(Locale.ROOT);
    if (!COUNTRIES.contains(code)) {
      throw refuse("wrong.country", label);
    }
    return Json.createValue(code);
  }

  private JsonValue locode(String label, String text) {
    String code = text.toUpperCase(Locale.ROOT).replace(" ", "");
    if (!code.matches("[A-Z]{2}[A-Z2-9]{3}") || !COUNTRIES.contains(code.substring(0, 2))) {
      throw refuse("wrong.locode", label);
    }
    return Json.createValue(code);
  }
}

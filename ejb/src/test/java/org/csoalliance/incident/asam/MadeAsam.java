package org.csoalliance.incident.asam;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;

/** Makes files of the shape of NGA's list, with its quirks. */
final class MadeAsam {
  static final String HEADER =
      "reference,date,position,navArea,subreg,hostility,victim,description,\n";

  private final StringBuilder text = new StringBuilder(HEADER);

  MadeAsam row(
      String reference,
      String date,
      String position,
      String hostility,
      String victim,
      String description) {
    text.append(reference)
        .append(',')
        .append(date)
        .append(',')
        .append(quoted(position))
        .append(",XI,71,")
        .append(quoted(hostility))
        .append(',')
        .append(quoted(victim))
        .append(',')
        .append(quoted(description))
        .append(",\n");
    return this;
  }

  /** An ordinary robbery off Singapore on that day. */
  MadeAsam row(String reference, String date, String description) {
    return row(reference, date, "1°07'00\"N\n103°31'00\"E", "Robbers", "Bulk carrier", description);
  }

  MadeAsam raw(String line) {
    text.append(line);
    return this;
  }

  private static String quoted(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }

  String text() {
    return text.toString();
  }

  byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  /** So many rows over forty years, newest first as NGA has them; every hundredth is refused. */
  static MadeAsam many(int rows) {
    MadeAsam file = new MadeAsam();
    LocalDate day = LocalDate.of(2022, 6, 1);
    for (int i = 0; i < rows; i++) {
      LocalDate on = day.minusDays(2L * i);
      String reference = on.getYear() + "-" + (1 + i % 180);
      String position =
          i % 100 == 99
              ? "91°00'00\"N\n103°31'00\"E"
              : String.format(
                  Locale.ROOT,
                  "%d°%02d'%05.2f\"N\n%d°60'00\"E",
                  i % 60,
                  i % 60,
                  i % 50 + .25,
                  i % 170);
      String[] hostility = {"PIRATES", "Robbers", "SUSPICIOUS APPROACH", ""};
      file.row(
          reference,
          on.toString(),
          position,
          hostility[i % 4],
          "Tanker",
          "INDONESIA: On that day robbers number "
              + Integer.toString(i, 36)
              + " boarded an anchored tanker, stole engine spares “quoted” and escaped.");
    }
    return file;
  }
}

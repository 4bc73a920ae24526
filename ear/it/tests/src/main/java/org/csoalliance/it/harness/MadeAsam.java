package org.csoalliance.it.harness;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** Files of the shape of NGA's list of anti-shipping activity messages. */
public final class MadeAsam {
  private static final String HEADER =
      "reference,date,position,navArea,subreg,hostility,victim,description,\n";

  private final StringBuilder text = new StringBuilder(HEADER);

  /** A row; the position as NGA writes it, in two lines. */
  public MadeAsam row(String reference, String date, String position, String description) {
    text.append(reference)
        .append(',')
        .append(date)
        .append(",\"")
        .append(position.replace("\"", "\"\""))
        .append("\",XI,71,Robbers,Tanker,\"")
        .append(description.replace("\"", "\"\""))
        .append("\",\n");
    return this;
  }

  /** The file. */
  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** So many rows, newest first; every hundredth lies beyond the pole and is refused. */
  public static MadeAsam many(int rows) {
    MadeAsam file = new MadeAsam();
    LocalDate newest = LocalDate.of(2022, 6, 1);
    for (int i = 0; i < rows; i++) {
      LocalDate day = newest.minusDays(2L * i);
      file.row(
          day.getYear() + "-" + (1 + i % 180),
          day.toString(),
          i % 100 == 99
              ? "91°00'00\"N\n103°31'00\"E"
              : String.format(
                  Locale.ROOT,
                  "%d°%02d'%05.2f\"N\n%d°30'00\"E",
                  i % 60,
                  i % 60,
                  i % 50 + .25,
                  i % 170),
          "INDONESIA: On that day robbers number "
              + Integer.toString(i, 36)
              + " boarded an anchored tanker, stole engine spares and escaped.");
    }
    return file;
  }

  /** NGA's own list where it lies beside the project, else 7,000 made rows of its shape. */
  public static byte[] wholeList(Path project) throws java.io.IOException {
    Path real = project.resolve("../shared/data/asam.csv").normalize();
    return Files.isReadable(real) ? Files.readAllBytes(real) : many(7_000).bytes();
  }
}

package org.csoalliance.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A log that another process writes, read from its end.
 *
 * @param path the file; it need not exist
 * @param from the length when this run began: what stands before belongs to an earlier one
 */
record LogFile(Path path, long from) {
  private static final Pattern CAUSE = Pattern.compile("Caused by: (.*)");
  private static final int READ_AT_MOST = 4 << 20;

  /** The log as of now: only what is written from here on counts. */
  static LogFile open(Path path) throws IOException {
    return new LogFile(path, Files.exists(path) ? Files.size(path) : 0);
  }

  /**
   * @param lines how many at most
   * @return the last lines of this run, each ended by a line break; empty without a file
   */
  String tail(int lines) {
    List<String> all = text().lines().filter(line -> !line.isBlank()).toList();
    return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
  }

  /**
   * What to show when the server did not do its work.
   *
   * @return the last cause that a stack trace names, if one does, and the last lines
   */
  String problem() {
    String cause = find(CAUSE).map(text -> "Cause: " + text + "\n").orElse("");
    return cause + "The last lines of " + path + ":\n" + tail(20);
  }

  /**
   * @param pattern what to look for; its first group is the answer
   * @return the last occurrence in this run
   */
  Optional<String> find(Pattern pattern) {
    String last = null;
    for (Matcher found = pattern.matcher(text()); found.find(); ) {
      last = found.group(1);
    }
    return Optional.ofNullable(last);
  }

  private String text() {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      // shorter than it was: the server has begun a new file
      long start = file.length() < from ? 0 : from;
      start = Math.max(start, file.length() - READ_AT_MOST);
      byte[] bytes = new byte[(int) (file.length() - start)];
      file.seek(start);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}

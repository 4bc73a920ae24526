package org.csoalliance.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {
  @TempDir Path dir;

  @Test
  void placeholdersAreFilledLiterally() {
    assertEquals(
        "port=5432 path=C:\\a$1 user@example.org",
        Placeholders.fill(
            "port=@pg.port@ path=@driver.jar@ user@example.org",
            Map.of("pg.port", "5432", "driver.jar", "C:\\a$1")));
  }

  @Test
  void unknownPlaceholderIsNamed() {
    RunException problem =
        assertThrows(RunException.class, () -> Placeholders.fill("x @no.such@", Map.of()));
    assertTrue(problem.getMessage().contains("@no.such@"));
  }

  @Test
  void logOfThisRunAlone() throws IOException {
    Path file = dir.resolve("server.log");
    Files.writeString(file, "old\nFIRST ADMINISTRATOR: /setup?code=OLD\n");
    LogFile log = LogFile.open(file);
    Pattern code = Pattern.compile("code=(\\w+)");
    assertEquals("", log.tail(20));
    assertEquals(Optional.empty(), log.find(code));
    Files.writeString(file, "a\n\nb\ncode=NEW\nd\n", StandardOpenOption.APPEND);
    assertEquals("code=NEW\nd", log.tail(2));
    assertEquals(Optional.of("NEW"), log.find(code));
  }

  @Test
  void problemBeginsWithTheLastCause() throws IOException {
    Path file = dir.resolve("server.log");
    Files.writeString(file, "x\nCaused by: a.B: first\nCaused by: a.C: second\n\tat a.D\n");
    assertTrue(new LogFile(file, 0).problem().startsWith("Cause: a.C: second\nThe last lines"));
  }

  @Test
  void missingLogIsEmpty() {
    assertEquals("", new LogFile(dir.resolve("none"), 0).tail(20));
  }

  @Test
  void mailPageEscapesEverything() {
    String evil = "<script>alert(1)</script>\"'&";
    String page =
        MailPage.of(
            List.of(new CaughtMail(evil, evil, evil, evil, evil, Instant.EPOCH, evil, evil, 1)));
    assertFalse(page.contains("<script>"));
    assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"));
  }

  @Test
  void jsonTextIsQuoted() {
    assertEquals("\"a\\\"b\\\\c\\r\\n\\t\\u0001é\"", MailApi.quote("a\"b\\c\r\n\t\u0001é"));
  }
}

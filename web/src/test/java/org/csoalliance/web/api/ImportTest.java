package org.csoalliance.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.csoalliance.incident.importing.ImportProgress;
import org.junit.jupiter.api.Test;

class ImportTest {

  @Test
  void findsTheFileOfAForm() {
    UploadedFile file = UploadedFile.ofForm(form("a,b\r\n1,2\r\n").getBytes(UTF_8), "x-1");
    assertEquals("asam \"all\".csv", file.name());
    assertEquals("text/csv", file.mediaType());
    assertEquals("a,b\r\n1,2\r\n", new String(file.content(), UTF_8));
    assertEquals(0, UploadedFile.ofForm(form("").getBytes(UTF_8), "x-1").content().length);
  }

  @Test
  void aFormWithoutAFileOrCutOffIsRefused() {
    byte[] cut = form("a,b\r\n1,2").replace("\r\n--x-1--\r\n", "").getBytes(UTF_8);
    assertThrows(ProblemException.class, () -> UploadedFile.ofForm(cut, "x-1"));
    assertThrows(ProblemException.class, () -> UploadedFile.ofForm(new byte[0], "x-1"));
    assertThrows(ProblemException.class, () -> UploadedFile.ofForm(cut, null));
    assertThrows(
        ProblemException.class,
        () ->
            UploadedFile.ofForm(
                "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nv\r\n--x--"
                    .getBytes(UTF_8),
                "x"));
  }

  @Test
  void tellsHowTheJobGoes() {
    JsonObject json = write(job(ImportProgress.State.DONE));
    assertEquals("DONE", json.getString("state"));
    assertEquals(
        json.getInt("total"),
        json.getInt("imported")
            + json.getInt("updated")
            + json.getInt("duplicates")
            + json.getInt("unchanged")
            + json.getInt("refused"));
    assertEquals(17, json.getJsonArray("refusals").getJsonObject(0).getInt("line"));
    assertEquals("/api/v1/imports/3", json.getJsonObject("links").getString("self"));
    assertFalse(json.containsKey("failure"));
  }

  static JsonObject write(ImportProgress job) {
    ImportJson writer = new ImportJson(Samples.LINKS);
    return Samples.parse(JsonText.bytes(g -> writer.write(g, job)));
  }

  static ImportProgress job(ImportProgress.State state) {
    return new ImportProgress(
        3,
        "NGA_ASAM",
        "NGA ASAM",
        "asam.csv",
        state,
        null,
        "",
        10,
        10,
        5,
        1,
        1,
        2,
        1,
        List.of(new ImportProgress.Refusal(17, "The date cannot be read.")),
        List.of(
            new ImportProgress.PossibleDuplicate(
                40,
                "1990-12",
                "CSOA-1990-00007",
                "1990-11",
                "Same day and place.",
                "Boarded.",
                "CSOA-1990-00008")),
        "E. Editor",
        Instant.parse("2026-11-17T08:00:00Z"),
        Instant.parse("2026-11-17T08:00:09Z"));
  }

  private static String form(String content) {
    return "--x-1\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
        + "--x-1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"asam \\\"all\\\".csv\"\r\n"
        + "Content-Type: text/csv\r\n\r\n"
        + content
        + "\r\n--x-1--\r\n";
  }
}

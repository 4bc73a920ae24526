package org.csoalliance.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.csoalliance.platform.security.Reader;
import org.junit.jupiter.api.Test;

/** A mail of a bulletin keeps below the size at which mail programs cut it. */
class EditionTextTest {
  private static EditionText text(String introduction, String title, String teaser) {
    Section section =
        new Section("", title, "part", teaser, "More words.", Audience.PUBLIC, Set.of());
    Content content =
        new Content(
            Kind.BULLETIN,
            title,
            MadeBulletins.content("x").day(),
            Audience.PUBLIC,
            introduction,
            Collections.nCopies(ContentRules.MOST_SECTIONS, section));
    Instant now = MadeBulletins.NOW;
    return new EditionText(
        new BulletinSql.Row(
            1,
            "slug",
            1,
            now,
            null,
            "",
            0,
            2,
            1,
            Stage.PUBLISHED,
            "&".repeat(1000),
            now,
            "",
            1L,
            Set.of(1L),
            2L,
            "",
            "",
            content,
            null,
            true),
        List.of(),
        "https://alliance.example");
  }

  @Test
  void whatDoesNotFitIsALinkToTheRest() {
    String list = "- &\n".repeat(500); // each item takes three times as much in HTML
    String links = "[a](https://example.org/a) ".repeat(70);
    for (String teaser : List.of(list, links, "&".repeat(2000), "# &\n\n".repeat(400))) {
      for (String introduction : List.of("Short.", "[&](https://a.b/) ".repeat(260))) {
        String html = text(introduction, "&".repeat(150), teaser).html(Reader.VISITOR);
        int bytes = html.getBytes(UTF_8).length;
        assertTrue(bytes <= EditionText.MOST_HTML, bytes + " bytes");
        assertTrue(html.contains("No more bulletins"));
      }
    }
    String cut =
        text("Short.", "Title", "[&](https://example.org/a-long-way/&&&&&) ".repeat(45))
            .html(Reader.VISITOR);
    assertTrue(cut.contains("Read the rest: Title"));
    assertTrue(cut.contains("Read more: Title"));
    // the control: what is small is whole
    assertFalse(text("Short.", "Title", "Short.").html(Reader.VISITOR).contains("the rest"));
  }
}

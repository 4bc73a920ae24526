package org.csoalliance.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownTest {
  private static final Picture ONE = new Picture(1, "A chart of a bay", List.of(480, 960), 540);
  private static final Map<Long, Picture> PICTURES = Map.of(1L, ONE);
  private static final Set<String> TAGS =
      Set.of(
          "p",
          "br",
          "hr",
          "em",
          "strong",
          "code",
          "blockquote",
          "ul",
          "ol",
          "li",
          "h3",
          "h4",
          "a",
          "img");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "href", "src", "alt", "start", "rel", "width", "height", "loading", "srcset", "sizes",
          "style");

  @ParameterizedTest
  @MethodSource("org.csoalliance.publishing.Payloads#all")
  void nothingRuns(String payload) {
    harmless(Markdown.html(payload, PICTURES));
    harmless(Markdown.html("A *line* with " + payload + " inside", PICTURES));
    harmless(Markdown.mailHtml(payload, PICTURES));
  }

  private static void harmless(String html) {
    for (Element element : Jsoup.parseBodyFragment(html).body().getAllElements()) {
      if (element.normalName().equals("body")) {
        continue;
      }
      assertTrue(TAGS.contains(element.normalName()), html);
      for (Attribute attribute : element.attributes()) {
        assertTrue(ATTRIBUTES.contains(attribute.getKey()), html);
      }
      String href = element.attr("href");
      assertTrue(href.isEmpty() || href.matches("(?i)(https?://|mailto:|/~/|#)[^\\s]*"), html);
      assertTrue(
          element.attr("src").isEmpty() || element.attr("src").startsWith("/~/news/pictures/1/"),
          html);
    }
  }

  @Test
  void theControlWouldRun() {
    // the check itself sees what it is there to see
    for (String bad :
        List.of("<script>x</script>", "<p onclick=x>y</p>", "<a href=\"javascript:x\">y</a>")) {
      boolean seen = false;
      try {
        harmless(bad);
      } catch (AssertionError found) {
        seen = true;
      }
      assertTrue(seen, bad);
    }
  }

  @Test
  void whatEditorsNeedIsThere() {
    assertEquals(
        "<p>Over <strong>60</strong> a month, see <a href=\"https://ok.example/a?b=1&amp;c=2\""
            + " rel=\"noopener noreferrer\">the count</a> and <a href=\"/~/incidents\">ours</a>."
            + "</p>\n<h3>Why</h3>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>",
        Markdown.html(
            "Over **60** a month, see [the count](https://ok.example/a?b=1&c=2) and"
                + " [ours](/incidents).\n\n# Why\n- one\n- two",
            PICTURES));
    assertEquals(
        "<p><img src=\"/~/news/pictures/1/960\" alt=\"A chart of a bay\" width=\"960\""
            + " height=\"540\" loading=\"lazy\" srcset=\"/~/news/pictures/1/480 480w,"
            + " /~/news/pictures/1/960 960w\" sizes=\"(min-width: 48rem) 40rem, 100vw\"></p>",
        Markdown.html("![](picture:1)", PICTURES));
    assertEquals("<p></p>", Markdown.html("![](picture:2)", PICTURES));
    assertEquals(Set.of(1L), Markdown.pictures("![](picture:1) `![](picture:2)`"));
  }

  @Test
  void plainTextReadsWell() {
    assertEquals(
        "Read the count <https://ok.example/a> first.\n\n- one\n- two with a rather long line"
            + " that goes on and on until it has to be\n  broken\n\n[Picture: A chart of a bay]",
        Markdown.plain(
            "Read [the count](https://ok.example/a) first.\n\n- one\n- two with a rather long line"
                + " that goes on and on until it has to be broken\n\n![](picture:1)",
            PICTURES));
    assertEquals("Over 60 a month.", Markdown.words("Over **60** ![](picture:1)\na month."));
  }

  @Test
  void whatIsWoundIntoItselfIsRefused() {
    assertFalse(Markdown.sound(">".repeat(5_000) + " x"));
    assertFalse(Markdown.sound("*a **b ".repeat(5_000) + "** c*".repeat(5_000)));
    assertTrue(Markdown.sound("> a\n> > b\n\n- c\n  - d\n    - *e **f***"));
    assertTrue(Markdown.sound(""));
  }
}

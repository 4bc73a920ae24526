package org.csoalliance.web.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A page without Faces, for what goes wrong before it or in it: the house's face, and few words.
 */
final class PlainPage {
  private PlainPage() {}

  /** Answers with the page; nothing is escaped, so every word is ours. */
  static void send(
      HttpServletResponse response, Assets assets, int code, String title, String... paragraphs)
      throws IOException {
    response.setStatus(code);
    response.setContentType("text/html; charset=UTF-8");
    response.getWriter().write(of(assets, title, paragraphs));
  }

  /** The page; without assets, where they are what went wrong, it is bare. */
  static String of(Assets assets, String title, String... paragraphs) {
    String links = "";
    String logo = "";
    if (assets != null) {
      links =
          "<link rel=\"stylesheet\" href=\""
              + assets.url("css/light.css")
              + "\"><link rel=\"icon\" type=\"image/svg+xml\" href=\""
              + assets.url("img/favicon.svg")
              + "\">";
      logo =
          "<a class=\"skip\" href=\"#main\">Skip to content</a><header class=\"top\"><div"
              + " class=\"wrap\"><a class=\"logo\" href=\""
              + assets.root()
              + "/\"><svg aria-hidden=\"true\"><use href=\""
              + assets.url("img/icons.svg")
              + "#logo\"></use></svg>CSO Alliance</a></div></header>";
    }
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\"><meta name=\"viewport\""
        + " content=\"width=device-width, initial-scale=1\"><title>"
        + title
        + " – CSO Alliance</title>"
        + links
        + "</head><body class=\"form-page\">"
        + logo
        + "<main id=\"main\"><div class=\"wrap\"><div class=\"head\"><div><h1>"
        + title
        + "</h1></div></div><div class=\"prose\"><p>"
        + String.join("</p><p>", paragraphs)
        + "</p></div></div></main></body></html>";
  }
}

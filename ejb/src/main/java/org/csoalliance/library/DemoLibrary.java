package org.csoalliance.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.csoalliance.platform.pdf.TaggedPdf;
import org.csoalliance.platform.settings.DemonstrationStarted;
import org.csoalliance.platform.sharing.Tlp;

/** A campaign of our own, drawn by code: posters as PDF for ships and as SVG for print. */
@Dependent
public class DemoLibrary {
  private static final PdfReading.Read NOTHING = new PdfReading.Read("", null);

  private LibraryRepository library;

  /** For CDI. */
  protected DemoLibrary() {}

  /** Writes through the given repository. */
  @Inject
  public DemoLibrary(LibraryRepository library) {
    this.library = library;
  }

  private record Poster(String title, String line, String drawing) {}

  private static final List<Poster> POSTERS =
      List.of(
          new Poster(
              "Lock the accommodation ladder",
              "Raised and locked when nobody is on it. A ladder left down is an open door.",
              "M60 330L240 130M90 350L270 150M84 304l30 20M124 260l30 20M164 216l30 20M204 172l30 20"
                  + "M300 260v-40a30 30 0 0 1 60 0v40M285 260h90v80h-90z"),
          new Poster(
              "Count them in, count them out",
              "Whoever comes aboard is written down, and so is the hour of leaving. The sums agree"
                  + " before we sail.",
              "M80 150v180M120 150v180M160 150v180M200 150v180M60 300L220 180M280 150v180M320 150v180"
                  + "M360 150v180M400 150v180M260 300L420 180"),
          new Poster(
              "Look where nobody looks",
              "Rudder trunk, chain locker, behind the funnel. Two people, one torch, one list.",
              "M100 240a90 90 0 1 1 180 0a90 90 0 1 1 -180 0M258 304L380 400M150 240a40 40 0 0 1"
                  + " 40 -40"));

  /** Makes the campaign, and a booklet for members. */
  public void create(@Observes DemonstrationStarted started) {
    Instant at = started.at().minus(Duration.ofDays(30));
    long campaign =
        library.add(
            new NewItem(
                "Three looks before we sail",
                "Posters for the gangway, the mess and the ship’s office: the ladder, the list, the"
                    + " places where nobody looks. Print them in A3, or send the bundle to the ship.",
                "Nobody aboard who should not be",
                Tlp.CLEAR,
                null),
            at);
    for (Poster poster : POSTERS) {
      String name = poster.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
      byte[] pdf = TaggedPdf.of(page(poster));
      keep(
          campaign,
          new NewFile(name, FileFormat.POSTER, "en", "A4", true, null, pdf),
          name + "-a4.pdf",
          "application/pdf",
          PdfReading.of(pdf),
          at);
      byte[] svg = svg(poster).getBytes(UTF_8);
      keep(
          campaign,
          new NewFile(name, FileFormat.POSTER, "en", "A3", false, null, svg),
          name + "-a3.svg",
          "image/svg+xml",
          NOTHING,
          at);
    }
    library.publish(campaign, true, at);
    long booklet =
        library.add(
            new NewItem(
                "What worked at anchor",
                "One page for security officers: what members found to help at anchorages, with the"
                    + " reasons.",
                "Nobody aboard who should not be",
                Tlp.AMBER,
                null),
            at);
    byte[] pdf = TaggedPdf.of(booklet());
    keep(
        booklet,
        new NewFile("anchor", FileFormat.BOOKLET, "en", "A4", true, null, pdf),
        "what-worked-at-anchor.pdf",
        "application/pdf",
        PdfReading.of(pdf),
        at);
    library.publish(booklet, true, at);
  }

  private void keep(
      long item, NewFile file, String name, String mediaType, PdfReading.Read read, Instant at) {
    library.addFile(item, file, name, mediaType, file.content(), read, at);
  }

  private static String svg(Poster poster) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"297mm\" height=\"420mm\""
        + " viewBox=\"0 0 480 680\"><title>"
        + TaggedPdf.escaped(poster.title())
        + "</title><rect width=\"480\" height=\"680\" fill=\"#f3ecd3\"/><rect x=\"14\" y=\"14\""
        + " width=\"452\" height=\"652\" fill=\"none\" stroke=\"#0c2f3f\" stroke-width=\"3\"/><path d=\""
        + poster.drawing()
        + "\" fill=\"none\" stroke=\"#0c2f3f\" stroke-width=\"12\"/><text x=\"240\" y=\"490\""
        + " font-family=\"sans-serif\" font-size=\"27\" font-weight=\"700\" text-anchor=\"middle\""
        + " fill=\"#9c1a66\">"
        + TaggedPdf.escaped(poster.title())
        + "</text>"
        + lines(poster.line())
        + "</svg>\n";
  }

  private static String lines(String text) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder();
    int y = 530;
    for (String word : (text + " \n").split(" ")) {
      if (word.equals("\n") || line.length() + word.length() > 44) {
        lines
            .append("<text x=\"240\" y=\"")
            .append(y)
            .append("\" font-family=\"sans-serif\" font-size=\"18\" text-anchor=\"middle\"")
            .append(" fill=\"#10212a\">")
            .append(TaggedPdf.escaped(line.toString().strip()))
            .append("</text>");
        line.setLength(0);
        y += 27;
      }
      line.append(word).append(' ');
    }
    return lines.toString();
  }

  private static String page(Poster poster) {
    return document(
        poster.title(),
        poster.line(),
        "body{text-align:center;color:#10212a}h1{font-size:34pt;color:#9c1a66;margin:110pt 0 24pt}"
            + "p{font-size:19pt;line-height:1.4}.bar{border-top:9pt solid #0c2f3f;margin:40pt 60pt}",
        "<div class=\"bar\"></div><h1>"
            + TaggedPdf.escaped(poster.title())
            + "</h1><p>"
            + TaggedPdf.escaped(poster.line())
            + "</p><div class=\"bar\"></div>");
  }

  private static String booklet() {
    return document(
        "What worked at anchor",
        "What members found to help at anchorages",
        "h1{font-size:24pt}p,li{font-size:12pt;line-height:1.4}",
        "<h1>What worked at anchor</h1><p>From reports of members, in their words shortened by"
            + " editors. It helped, and it is no promise.</p><ul><li>Two on watch aft between 23:00"
            + " and 05:00, with a radio check each quarter of an hour.</li><li>Hawsepipe covers"
            + " bolted, not laid on.</li><li>Lights outboard and the deck dark, so that the watch"
            + " sees and is not seen.</li><li>The forecastle locker sealed with numbered tags, and"
            + " the numbers in the log.</li></ul>");
  }

  private static String document(String title, String about, String css, String body) {
    return "<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>"
        + TaggedPdf.escaped(title)
        + "</title><meta name=\"description\" content=\""
        + TaggedPdf.escaped(about)
        + "\"/><style>@page{size:A4;margin:22mm}body{font-family:body}"
        + css
        + "</style></head><body>"
        + body
        + "</body></html>";
  }
}

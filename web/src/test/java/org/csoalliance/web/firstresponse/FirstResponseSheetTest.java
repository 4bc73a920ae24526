package org.csoalliance.web.firstresponse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.incident.firstresponse.Audience;
import org.csoalliance.incident.firstresponse.Block;
import org.csoalliance.incident.firstresponse.Content;
import org.csoalliance.incident.firstresponse.Part;
import org.csoalliance.incident.firstresponse.Report;
import org.csoalliance.incident.firstresponse.State;
import org.csoalliance.incident.firstresponse.Step;
import org.csoalliance.incident.firstresponse.VersionLine;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.pdf.TaggedPdf;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.web.incident.PositionChart;
import org.junit.jupiter.api.Test;

/** The PDF of a report: tagged, on two pages at most, with the blocks of its reader alone. */
class FirstResponseSheetTest {
  private static final Instant AT = Instant.parse("2026-11-22T18:00:00Z");
  private static final PositionChart.Chart CHART =
      new PositionChart.Chart(
          "M0.0 0.0L200.0 0.0L150.5 120.0L0.0 80.0z",
          "M100 0v400M0 200h500",
          List.of(new PositionChart.Label(105, 384, "3°E")));

  private static Report report(Content content, Tlp label) {
    VersionLine correction =
        new VersionLine(2, Step.CORRECTION, "It was the evening.", AT, "An editor", true);
    return new Report(
        1,
        "FRR-2026-014",
        "2026-014-x",
        State.PUBLISHED,
        content.title(),
        2,
        2,
        content,
        label,
        false,
        AT,
        AT,
        null,
        "",
        List.of(correction),
        List.of());
  }

  private static Content content(int repeat, boolean members) {
    List<Block> blocks = new ArrayList<>();
    String sentence = "Nine men in two skiffs came over the starboard quarter & left <again>. ";
    blocks.add(
        new Block(Part.KNOWN, null, Audience.PUBLIC, "Ελπίς, Святой. " + sentence.repeat(repeat)));
    if (members) {
      blocks.add(new Block(Part.KNOWN, null, Audience.MEMBERS, "Inner words."));
    }
    blocks.add(new Block(Part.NOT_KNOWN, null, Audience.PUBLIC, sentence.repeat(repeat / 2)));
    blocks.add(new Block(Part.ADVICE, null, Audience.PUBLIC, sentence.repeat(repeat / 2)));
    for (int i = 0; i < 6; i++) {
      blocks.add(new Block(Part.UPDATE, AT.minusSeconds(60L * i), Audience.PUBLIC, sentence));
    }
    return new Content(
        "Three crew taken & <none> found: “what is known”",
        IncidentKind.KIDNAP,
        1,
        AT,
        OccurredPrecision.EXACT,
        new Position(1.8, 3.2),
        "Gulf of Guinea",
        Audience.PUBLIC,
        Tlp.AMBER,
        blocks);
  }

  @Test
  void isTaggedWithLanguageTitleAndATextForTheChart() throws IOException {
    byte[] pdf =
        TaggedPdf.of(new FirstResponseSheet(report(content(30, true), Tlp.AMBER), CHART).xhtml());
    Files.write(Path.of("target", "first-response.pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDDocumentCatalog catalog = document.getDocumentCatalog();
      assertTrue(catalog.getMarkInfo().isMarked());
      assertNotNull(catalog.getStructureTreeRoot());
      assertEquals("en", catalog.getLanguage());
      assertEquals(
          "Three crew taken & <none> found: “what is known”",
          document.getDocumentInformation().getTitle());
      assertTrue(catalog.getViewerPreferences().displayDocTitle());
      Set<String> types = new TreeSet<>();
      List<String> alternatives = new ArrayList<>();
      walk(catalog.getStructureTreeRoot(), types, alternatives);
      assertTrue(
          types.containsAll(Set.of("H1", "H2", "P", "Figure", "Table", "TH", "TD")),
          types.toString());
      assertEquals(
          List.of("Chart with the position 01°48.0′N 003°12.0′E, Gulf of Guinea"), alternatives);
      String text = new PDFTextStripper().getText(document);
      Stream.of(
              "TLP:AMBER",
              "FRR-2026-014",
              "Corrected 22 Nov 2026 18:00 UTC. It was the evening.",
              "Members only. Inner words.",
              "Ελπίς, Святой",
              "01°48.0′N 003°12.0′E",
              "<again>")
          .forEach(words -> assertTrue(text.replaceAll("\\s+", " ").contains(words), words));
    }
  }

  private static void walk(PDStructureNode node, Set<String> types, List<String> alternatives) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        types.add(element.getStructureType());
        if ("Figure".equals(element.getStructureType())) {
          alternatives.add(element.getAlternateDescription());
        }
        walk(element, types, alternatives);
      }
    }
  }

  @Test
  void aTypicalLongReportTakesTwoPagesOfA4() throws IOException {
    Content content = content(40, false);
    int length = content.blocks().stream().mapToInt(block -> block.text().length()).sum();
    assertTrue(length > 6_000, "long: " + length);
    byte[] pdf = TaggedPdf.of(new FirstResponseSheet(report(content, Tlp.CLEAR), CHART).xhtml());
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertTrue(document.getNumberOfPages() <= 2, document.getNumberOfPages() + " pages");
      PDRectangle page = document.getPage(0).getMediaBox();
      assertEquals(PDRectangle.A4.getWidth(), page.getWidth(), 1);
      assertEquals(PDRectangle.A4.getHeight(), page.getHeight(), 1);
      PDFTextStripper last = new PDFTextStripper();
      last.setStartPage(document.getNumberOfPages());
      assertTrue(
          last.getText(document).contains("TLP:CLEAR"), "the label at the foot of each page");
    }
    byte[] shorter =
        TaggedPdf.of(new FirstResponseSheet(report(content(6, false), Tlp.CLEAR), null).xhtml());
    try (PDDocument document = Loader.loadPDF(shorter)) {
      assertEquals(1, document.getNumberOfPages());
      assertFalse(new PDFTextStripper().getText(document).contains("Members only"));
    }
  }
}

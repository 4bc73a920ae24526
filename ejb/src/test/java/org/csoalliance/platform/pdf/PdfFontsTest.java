package org.csoalliance.platform.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfFontsTest {
  private static byte[] pdf(String text) {
    return TaggedPdf.of(
        "<html lang=\"en\"><head><title>T</title><meta name=\"description\" content=\"d\"/>"
            + "<style>body{font-family:"
            + PdfFonts.FAMILIES
            + "}</style></head><body><p>"
            + TaggedPdf.escaped(text)
            + "</p></body></html>");
  }

  private static String read(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ").strip();
    }
  }

  @Test
  void drawsTheLettersOfTheWorldsShipping() throws IOException {
    List<String> names =
        List.of(
            "Łódź Đặng Işık Ñandú ćžšđ",
            "Ελπίς",
            "Святой Николай Київ",
            "Երևան თბილისი",
            "中远海运 東京丸 しんかい カイコー",
            "한국해운");
    StringBuilder all = new StringBuilder();
    names.forEach(name -> all.append(name).append(" / "));
    byte[] pdf = pdf(all + "نجمة البحر / אניית הים / ship no. 12 of نجمة in port");
    Files.write(Path.of("target", "fonts.pdf"), pdf);
    String text = read(pdf);
    for (String name : names) {
      assertEquals(name, PdfFonts.shown(name));
      assertTrue(text.contains(name), name + " in " + text);
    }
    assertFalse(text.contains("?") || text.contains("▯"), text);
  }

  @Test
  void arabicIsJoinedAndRunsFromRightToLeft() {
    RightToLeft arabic = new RightToLeft();
    String shaped = arabic.shapeText("بحر");
    assertEquals("\uFE91\uFEA4\uFEAE", shaped, "initial, medial and final form");
    assertEquals("\uFEAE\uFEA4\uFE91", arabic.reorderRTLTextToLTR(shaped));
    assertEquals("בא", arabic.reorderRTLTextToLTR("אב"));
    arabic.setParagraph("ship بحر 12", RightToLeft.LTR);
    assertTrue(arabic.countTextRuns() > 1);
    assertEquals(RightToLeft.RTL, arabic.getBaseDirection("بحر"));
    assertEquals(RightToLeft.LTR, arabic.getBaseDirection("sea"));
    assertEquals(RightToLeft.NEUTRAL, arabic.getBaseDirection("12"));
  }

  @Test
  void whatNoFontDrawsIsToldInLatinLettersOrNamed() throws IOException {
    assertEquals("Ship samudra of Chennai", PdfFonts.shown("Ship समुद्र of Chennai"));
    assertEquals("[rocket] up", PdfFonts.shown("\uD83D\uDE80 up"));
    assertEquals("[U+E000]", PdfFonts.shown("\uE000"));
    assertEquals("[U+D800]", PdfFonts.shown("\uD800"));
    String thai = PdfFonts.shown("สมุทร");
    assertTrue(thai.codePoints().noneMatch(c -> c >= 0x0E00 && c < 0x0E80), thai);
    assertFalse(thai.isBlank());
    assertEquals("a b", PdfFonts.shown("a b"));
    assertTrue(read(pdf("ஜெய சிங்கள ไทย")).codePoints().noneMatch(c -> c == '?' || c == '▯'));
  }

  @Test
  void theLargeFontIsReadOnlyForLettersThatNeedIt() {
    assertFalse(Letters.needsFar("Ελπίς <p> Святой"));
    assertTrue(Letters.needsFar("東京"));
    assertTrue(pdf("東京").length < 200_000, "only what is used is embedded");
  }
}

package org.csoalliance.library;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** PDFs that are made to break their reader end in time, and the next one is read. */
class PdfReadingTest {
  private static final Duration MOST = Duration.ofSeconds(2);

  /** The bytes of a PDF of these objects, numbered from 1; the first is the catalogue. */
  private static byte[] raw(String... objects) {
    StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < objects.length; i++) {
      places.add(pdf.length());
      pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
    }
    int table = pdf.length();
    pdf.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
    places.forEach(place -> pdf.append(String.format("%010d 00000 n \n", place)));
    pdf.append("trailer\n<</Size ").append(objects.length + 1).append("/Root 1 0 R>>\nstartxref\n");
    return pdf.append(table).append("\n%%EOF\n").toString().getBytes(ISO_8859_1);
  }

  private static String stream(String more, byte[] content, boolean packed) {
    byte[] bytes = packed ? packed(content) : content;
    return "<<"
        + more
        + "/Length "
        + bytes.length
        + (packed ? "/Filter/FlateDecode" : "")
        + ">>\nstream\n"
        + new String(bytes, ISO_8859_1)
        + "\nendstream";
  }

  private static byte[] packed(byte[] content) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Deflater best = new Deflater(9);
      try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, best)) {
        deflater.write(content);
      }
      best.end();
      return out.toByteArray();
    } catch (java.io.IOException never) {
      throw new IllegalStateException(never);
    }
  }

  /** One page whose content is the fourth object. */
  private static byte[] page(String resources, String content, String... more) {
    List<String> objects = new ArrayList<>();
    objects.add("<</Type/Catalog/Pages 2 0 R>>");
    objects.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    objects.add(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<"
            + resources
            + ">>>>");
    objects.add(content);
    objects.addAll(List.of(more));
    return raw(objects.toArray(String[]::new));
  }

  private static byte[] good(String words) {
    return page(
        "/Font<</F 5 0 R>>",
        stream("", ("BT /F 12 Tf 20 100 Td (" + words + ") Tj ET").getBytes(ISO_8859_1), false),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
  }

  private static Map<String, byte[]> hostile() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("arrays in arrays", page("", "[".repeat(200_000) + "]".repeat(200_000)));
    all.put("dictionaries in dictionaries", page("", "<</A".repeat(200_000)));
    all.put(
        "arrays in a page",
        page("", stream("", ("[".repeat(1_000_000)).getBytes(ISO_8859_1), true)));
    all.put(
        "a bomb of operators",
        page("", stream("", "q 1 0 0 1 0 0 cm ".repeat(6_000_000).getBytes(ISO_8859_1), true)));
    all.put(
        "a bomb of a path",
        page("", stream("", "0 0 m 9 9 l S ".repeat(7_000_000).getBytes(ISO_8859_1), true)));
    all.put(
        "a picture of 900 million points",
        page(
            "/XObject<</I 5 0 R>>",
            stream("", "200 0 0 200 0 0 cm /I Do".getBytes(ISO_8859_1), false),
            stream(
                "/Type/XObject/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 8"
                    + "/ColorSpace/DeviceRGB",
                new byte[1_000],
                true)));
    all.put(
        "a form that draws itself",
        page(
            "/XObject<</X 5 0 R>>",
            stream("", "/X Do".getBytes(ISO_8859_1), false),
            stream(
                "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>",
                "/X Do /X Do /X Do".getBytes(ISO_8859_1),
                false)));
    all.put(
        "pages that hold themselves",
        raw("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>"));
    all.put(
        "a table of a billion objects",
        new String(good("x"), ISO_8859_1)
            .replace("xref\n0 6", "xref\n0 999999999")
            .getBytes(ISO_8859_1));
    all.put(
        "a table that begins with itself",
        new String(good("x"), ISO_8859_1)
            .replaceAll(
                "<</Size 6/Root 1 0 R>>\nstartxref\n([0-9]+)",
                "<</Size 6/Root 1 0 R/Prev $1>>\nstartxref\n$1")
            .getBytes(ISO_8859_1));
    all.put(
        "a huge page",
        new String(page("", stream("", new byte[1], false)), ISO_8859_1)
            .replace("[0 0 200 200]", "[0 0 1e30 1e-30]")
            .getBytes(ISO_8859_1));
    all.put(
        "letters without end",
        page(
            "/Font<</F 5 0 R>>",
            stream("", "BT /F 9 Tf <00010002> Tj ET".getBytes(ISO_8859_1), false),
            "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R"
                + "/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A>>]>>",
            stream(
                "",
                ("begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
                        + "1 beginbfrange <0000> <ffff> <0000> endbfrange\n".repeat(1_000))
                    .getBytes(ISO_8859_1),
                true)));
    return all;
  }

  @Test
  void whatIsMadeToBreakTheReaderEndsInTimeAndTheNextIsRead() {
    hostile()
        .forEach(
            (what, pdf) -> {
              long before = System.nanoTime();
              PdfReading.Read read = PdfReading.of(pdf, MOST);
              long seconds = (System.nanoTime() - before) / 1_000_000_000;
              assertTrue(seconds <= 6, what + " took " + seconds + " s");
              assertTrue(read.text().length() <= PdfReading.MOST_CHARACTERS, what);
            });
    PdfReading.Read read = PdfReading.of(good("still read"), MOST);
    assertEquals("still read", read.text().strip());
    assertNotNull(read.picture());
  }

  @Test
  void whoDoesNotComeBackHoldsNobody() throws InterruptedException {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(2);
    Runnable endless =
        () -> {
          try {
            stuck.await();
          } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
          }
          ended.countDown();
        };
    try {
      for (int i = 0; i < 2; i++) {
        StringBuffer text = new StringBuffer("until then");
        assertEquals(
            "until then",
            PdfReading.within(Duration.ofMillis(100), endless, text, new AtomicReference<>())
                .text());
      }
      // both places are taken: the file is kept without words, and nobody waits for ever
      assertEquals("", PdfReading.of(good("no place"), Duration.ZERO).text());
    } finally {
      stuck.countDown();
    }
    ended.await();
    assertEquals("a place again", PdfReading.of(good("a place again"), MOST).text().strip());
    // memory and stack that run out are no fault of the caller
    for (Error error : List.of(new OutOfMemoryError(), new StackOverflowError())) {
      assertEquals(
          "so far",
          PdfReading.within(
                  MOST,
                  () -> {
                    throw error;
                  },
                  new StringBuffer("so far"),
                  new AtomicReference<>())
              .text());
    }
  }
}

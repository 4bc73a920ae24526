package org.csoalliance.membership.join;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.file.FileName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofContentTest {
  private static byte[] picture(String format) throws IOException {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 48; i++) {
      image.setRGB(i, i, 0xabcdef * i);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("inside.txt"));
      zip.write(text("inside"));
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  private static String refused(byte[] content) {
    InvalidException refused =
        assertThrows(InvalidException.class, () -> ProofContent.mediaType(content));
    return refused.fields().get("file");
  }

  /** A PDF with one more entry in its catalogue and one more object. */
  private static byte[] pdf(String inCatalogue, String object) {
    String pdf = new String(MadePdf.of("Letter"), ISO_8859_1);
    return text(
        pdf.replace("/Type /Catalog", "/Type /Catalog " + inCatalogue)
            .replace("xref\n0 6", "6 0 obj\n" + object + "\nendobj\nxref\n0 6"));
  }

  @Test
  void theContentSaysWhatItIs() throws IOException {
    assertEquals("application/pdf", ProofContent.mediaType(MadePdf.of("Letter", "of (one)")));
    assertEquals("image/png", ProofContent.mediaType(picture("png")));
    assertEquals("image/jpeg", ProofContent.mediaType(picture("jpg")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
        "<?xml version=\"1.0\"?><svg/>",
        "<html><script>",
        "GIF89a",
        "MZ",
        "plain",
        "\n%PDF-1.4 behind a line"
      })
  void otherKindsAreRefused(String content) {
    assertTrue(refused(text(content)).contains("PDF, a JPEG or a PNG"), content);
  }

  @Test
  void theTestVirusIsRefusedWhereverItStands() throws IOException {
    byte[] eicar =
        text("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");
    assertTrue(refused(eicar).contains("Virus"));
    assertTrue(refused(join(picture("png"), eicar)).contains("Virus"));
    assertTrue(refused(join(MadePdf.of("x"), eicar)).contains("Virus"));
  }

  @Test
  void nothingMayHangOnBehind() throws IOException {
    byte[] html = text("<script>alert(1)</script>");
    assertTrue(refused(join(picture("png"), html)).contains("behind the end"));
    assertTrue(refused(join(picture("jpg"), html)).contains("behind the end"));
    assertTrue(refused(join(MadePdf.of("x"), html)).contains("behind the end"));
    assertTrue(refused(join(picture("png"), archive())).contains("behind the end"));
    assertTrue(refused(join(MadePdf.of("x"), archive())).contains("behind the end"));
    assertTrue(
        refused(join(MadePdf.of("x"), archive(), text("\n%%EOF\n"))).contains("archive"),
        "an archive between two ends");
  }

  @Test
  void brokenPicturesAreRefused() throws IOException {
    for (String format : new String[] {"png", "jpg"}) {
      byte[] whole = picture(format);
      assertTrue(refused(Arrays.copyOf(whole, whole.length / 2)).contains("not whole"), format);
      assertTrue(refused(Arrays.copyOf(whole, 12)).contains("not whole"), format);
    }
    byte[] png = picture("png");
    Arrays.fill(png, 60, png.length - 20, (byte) 0); // the data is gone, the chunks stand
    assertTrue(refused(png).contains("not whole"));
  }

  @Test
  void aPictureOfTooManyDotsIsNotDecoded() throws IOException {
    byte[] png = picture("png");
    png[16] = 0;
    png[17] = 1; // 65,600 dots wide
    png[21] = 1; // 65,584 dots high
    assertTrue(refused(png).contains("60 million"), "the head alone says it");
  }

  @Test
  void aPdfThatDoesSomethingIsRefused() {
    assertEquals("application/pdf", ProofContent.mediaType(pdf("", "<< /Harmless true >>")));
    for (byte[] active :
        new byte[][] {
          pdf("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", "null"),
          pdf("/OpenAction << /S /J#61vaScript /J#53 (x) >>", "null"),
          pdf("/OpenAction << /S /Launch /F (cmd.exe) >>", "null"),
          pdf("/Names << /EmbeddedFiles << /Names [] >> >>", "null"),
          pdf("/AA << /WC << /S /URI >> >>", "null"),
          pdf("/AcroForm << /XFA [] >>", "null")
        }) {
      assertTrue(refused(active).contains("script, an action or another file"));
    }
  }

  @Test
  void aPdfThatIsNoneIsRefused() {
    assertTrue(refused(text("%PDF-1.4\nnothing\n%%EOF")).contains("cannot be opened"));
    assertTrue(refused(text("%PDF-1.4\n")).contains("cannot be opened"));
    byte[] whole = MadePdf.of("Letter");
    assertTrue(refused(Arrays.copyOf(whole, whole.length / 2)).contains("cannot be opened"));
  }

  @Test
  void aPdfThatUnpacksToHugeIsRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 310; i++) {
        deflate.write(zeros);
      }
    }
    byte[] bomb =
        pdf(
            "",
            "<< /Filter /FlateDecode /Length "
                + packed.size()
                + " >>\nstream\n"
                + packed.toString(ISO_8859_1)
                + "\nendstream");
    assertTrue(refused(bomb).contains("unpacks"));
    assertTrue(
        refused(pdf("", "<< /Filter [/FlateDecode /FlateDecode] >>")).contains("packed in a way"));
  }

  @Test
  void emptyAndTooLargeFilesAreRefused() {
    assertTrue(refused(new byte[0]).contains("empty"));
    assertTrue(refused(new byte[ProofContent.MOST_BYTES + 1]).contains("10 MB"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/letter.pdf",
        "C:\\temp\\letter.pdf",
        "\u202eletter.pdf",
        "let\u0000ter.pdf",
        "letter.pdf\r\n",
        "<letter>.pdf"
      })
  void aFileNameIsMadeHarmless(String given) {
    assertEquals("letter.pdf", FileName.clean(given));
  }

  @Test
  void aFileWithoutANameGetsOne() {
    assertEquals("file", FileName.clean(null));
    assertEquals("file", FileName.clean("../"));
    assertEquals("file", FileName.clean(".."));
    assertEquals(120, FileName.clean("x".repeat(500)).length());
  }
}

package org.csoalliance.platform.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.testing.MadeFiles;
import org.junit.jupiter.api.Test;

class FileContentTest {
  private static final byte[] WEBP =
      Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

  private static FileType type(byte[] content) {
    return FileContent.check(content, FileType.ALL, "None of them");
  }

  private static String refused(byte[] content) {
    return assertThrows(InvalidException.class, () -> type(content)).fields().get("file");
  }

  private static byte[] plus(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static boolean holds(byte[] content, String words) {
    return new String(content, StandardCharsets.ISO_8859_1).contains(words);
  }

  @Test
  void theContentSaysWhatAFileIs() {
    assertEquals(FileType.JPEG, type(MadeFiles.telling()));
    assertEquals(FileType.PNG, type(MadeFiles.picture("png", 9, 9)));
    assertEquals(FileType.WEBP, type(WEBP));
    assertEquals(FileType.MP4, type(MadeFiles.video()));
    assertEquals(FileType.DOCX, type(MadeFiles.docx()));
    assertEquals(
        FileType.XLSX,
        type(MadeFiles.zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>")));
    assertEquals(FileType.TEXT, type("Statement of the master, Ærø.\n".getBytes(UTF_8)));
  }

  @Test
  void whatWasDeclaredIsNotContradicted() {
    for (String one :
        new String[] {"image/jpeg", "IMAGE/PNG", "video/mp4", "application/pdf; v=1"}) {
      InvalidException refused =
          assertThrows(
              InvalidException.class,
              () -> FileContent.agrees(FileType.TEXT, one),
              "text as " + one);
      assertTrue(refused.fields().get("file").startsWith("This file says that it is a "));
    }
    assertThrows(
        InvalidException.class, () -> FileContent.agrees(FileType.PDF, FileType.JPEG.mediaType()));
    assertThrows(
        InvalidException.class, () -> FileContent.agrees(FileType.JPEG, FileType.DOCX.mediaType()));
    FileContent.agrees(FileType.PNG, "image/jpeg"); // phones call every picture so
    FileContent.agrees(FileType.MOV, "video/mp4");
    for (FileType type : FileType.ALL) {
      FileContent.agrees(type, null);
      FileContent.agrees(type, "application/octet-stream");
      FileContent.agrees(type, "text/plain");
      FileContent.agrees(type, type.mediaType());
    }
  }

  @Test
  void bombsPolyglotsAndStrangersAreRefused() {
    assertTrue(refused(MadeFiles.hugePng(20_000, 10_000)).contains("60 million"));
    byte[] zeros = new byte[30 * 1024 * 1024];
    assertTrue(
        refused(
                MadeFiles.docx(
                    "word/a.bin",
                    zeros,
                    "word/b.bin",
                    zeros,
                    "word/c.bin",
                    zeros,
                    "word/d.bin",
                    zeros,
                    "word/e.bin",
                    zeros,
                    "word/f.bin",
                    zeros,
                    "word/g.bin",
                    zeros))
            .contains("unpacks to far more"));
    byte[] jpeg = MadeFiles.telling();
    assertTrue(refused(plus(jpeg, MadeFiles.zip("a", "b"))).contains("behind the end"));
    assertTrue(refused(plus(MadeFiles.docx(), "<script>".getBytes(UTF_8))).contains("behind"));
    assertTrue(refused(Arrays.copyOf(jpeg, jpeg.length / 2)).contains("not whole"));
    assertTrue(refused(plus(MadeFiles.video(), new byte[] {1, 2, 3})).contains("not whole"));
    assertTrue(refused(MadeFiles.docx("word/vbaProject.bin", "x")).contains("macros"));
    assertTrue(refused(MadeFiles.docx("word/embeddings/a.exe", "MZ")).contains("another file"));
    assertTrue(refused(MadeFiles.docx("../../etc/passwd", "x")).contains("cannot be opened"));
    assertEquals("None of them", refused(MadeFiles.zip("a.txt", "b")));
    assertTrue(
        refused("<?xml version='1.0'?><svg onload='alert(1)'/>".getBytes(UTF_8))
            .contains("a drawing"));
    assertTrue(refused("\uFEFF <html>".getBytes(UTF_8)).contains("web page"));
    assertEquals("None of them", refused(new byte[] {'M', 'Z', 0, 1, 2}));
    assertTrue(refused(new byte[0]).contains("empty"));
    String eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    assertTrue(refused(eicar.getBytes(UTF_8)).contains("Virus"));
    assertTrue(refused("\0\0\0\30ftypheic\0\0\0\0".getBytes(UTF_8)).contains("HEIC"));
  }

  @Test
  void onlyWhatIsTakenHereIsTaken() {
    assertThrows(
        InvalidException.class,
        () -> FileContent.check(MadeFiles.video(), EnumSet.of(FileType.PDF), "No"));
  }

  @Test
  void thePictureOthersSeeIsUprightAndTellsNothing() throws Exception {
    byte[] original = MadeFiles.telling();
    assertTrue(holds(original, "Jones") && holds(original, "Lumia"));
    CleanCopy.Made made = CleanCopy.of(original, FileType.JPEG);
    assertTrue(
        made.found().containsAll(Set.of(Trace.POSITION, Trace.CAMERA, Trace.AUTHOR, Trace.TIME)),
        () -> String.valueOf(made.found()));
    CleanCopy copy = made.copy().orElseThrow();
    assertFalse(holds(copy.content(), "Jones") || holds(copy.content(), "Exif"));
    assertEquals(Set.of(), Traces.in(copy.content()).traces());
    assertEquals(Set.of(), Traces.in(copy.thumbnail()).traces());
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(copy.content()));
    assertEquals(20, seen.getWidth(), "turned");
    assertEquals(40, seen.getHeight());
    assertTrue((seen.getRGB(10, 3) >> 16 & 0xff) > 180, "red was left and is above");
    assertTrue((seen.getRGB(10, 36) & 0xff) > 180, "blue was right and is below");
  }

  @Test
  void largePicturesBecomeSmallerAndThumbnailsSmall() {
    CleanCopy copy =
        CleanCopy.of(MadeFiles.picture("png", 6000, 3000), FileType.PNG).copy().orElseThrow();
    assertEquals(2560, copy.width());
    assertEquals(1280, copy.height());
    assertEquals(FileType.PNG, copy.type());
    assertTrue(copy.thumbnail().length < 20_000);
    assertTrue(CleanCopy.of(WEBP, FileType.WEBP).copy().isPresent());
  }

  @Test
  void thePdfOthersSeeNamesNobody() throws Exception {
    byte[] original;
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      document.getDocumentInformation().setAuthor("Second Officer Jones");
      PDMetadata xmp = new PDMetadata(document);
      xmp.importXMPMetadata("<x>Jones in XMP</x>".getBytes(UTF_8));
      document.getDocumentCatalog().setMetadata(xmp);
      PDImageXObject photo =
          JPEGFactory.createFromByteArray(
              document, MadeFiles.withExif(MadeFiles.picture("jpg", 40, 20)));
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        out.drawImage(photo, 10, 10);
      }
      ByteArrayOutputStream saved = new ByteArrayOutputStream();
      document.save(saved);
      original = saved.toByteArray();
    }
    assertEquals(FileType.PDF, type(original));
    assertTrue(holds(original, "Lumia"));
    CleanCopy.Made made = CleanCopy.of(original, FileType.PDF);
    assertTrue(made.found().containsAll(Set.of(Trace.AUTHOR, Trace.POSITION)), "" + made.found());
    byte[] copy = made.copy().orElseThrow().content();
    assertFalse(holds(copy, "Jones"), "author");
    assertFalse(holds(copy, "Lumia"), "camera");
    assertFalse(holds(copy, "XMP"), "xmp");
    try (PDDocument document = Loader.loadPDF(copy)) {
      assertEquals(null, document.getDocumentInformation().getAuthor());
      assertEquals(null, document.getDocumentCatalog().getMetadata());
      assertEquals("", new PDFTextStripper().getText(document).strip());
    }
    assertEquals(FileType.PDF, type(copy), "the copy is a whole PDF");
  }

  @Test
  void thereIsNoCopyOfVideosAndOfficeDocuments() {
    assertTrue(CleanCopy.of(MadeFiles.video(), FileType.MP4).copy().isEmpty());
    assertTrue(CleanCopy.of(MadeFiles.docx(), FileType.DOCX).copy().isEmpty());
  }

  @Test
  void textLosesMarksThatTurnItsDirection() {
    byte[] given = "\uFEFFpay \u202Eexe.fdp".getBytes(UTF_8);
    assertEquals(
        "pay exe.fdp",
        new String(CleanCopy.of(given, FileType.TEXT).copy().orElseThrow().content(), UTF_8));
  }

  @Test
  void namesAreMadeHarmlessAndEndAsTheirContent() {
    assertEquals("photo.jpg", FileName.ending(FileName.clean("..\\..\\photo.exe"), FileType.JPEG));
    assertEquals("gpj.jpg", FileName.ending(FileName.clean("\u202Egpj.exe"), FileType.JPEG));
    assertEquals("a.JPEG", FileName.ending("a.JPEG", FileType.JPEG));
    assertEquals("Bridge 2.5 report.pdf", FileName.ending("Bridge 2.5 report", FileType.PDF));
    assertTrue(FileName.ending("x".repeat(120), FileType.PDF).length() <= 120);
  }
}

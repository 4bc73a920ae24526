package org.csoalliance.platform.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class TaggedPdfTest {
  @Test
  void isTaggedAndHasLanguageTitleAndLettersOfManyAlphabets() throws IOException {
    String words = "Ship “Ñandú” Ελπίς, Святой Николай, 01°49.9′N";
    byte[] pdf =
        TaggedPdf.of(
            "<html lang=\"en\"><head><title>A title</title><meta name=\"description\""
                + " content=\"What it is\"/><style>body{font-family:"
                + PdfFonts.FAMILIES
                + "}</style></head><body>"
                + "<h1>Heading</h1><p>"
                + TaggedPdf.escaped(words + " <b>&amp;")
                + "</p></body></html>");
    Files.write(Path.of("target", "tagged.pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDDocumentCatalog catalog = document.getDocumentCatalog();
      assertTrue(catalog.getMarkInfo().isMarked());
      assertNotNull(catalog.getStructureTreeRoot());
      assertEquals("en", catalog.getLanguage());
      assertEquals("A title", document.getDocumentInformation().getTitle());
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains(words), text);
      assertTrue(text.contains("<b>&amp;"), text);
      document
          .getPages()
          .get(0)
          .getResources()
          .getFontNames()
          .forEach(
              name -> {
                try {
                  assertTrue(document.getPages().get(0).getResources().getFont(name).isEmbedded());
                } catch (IOException unreadable) {
                  throw new IllegalStateException(unreadable);
                }
              });
    }
  }

  @Test
  void loadsNothingFromOutside() throws IOException {
    byte[] pdf =
        TaggedPdf.of(
            "<html lang=\"en\"><head><title>T</title><meta name=\"description\" content=\"d\"/>"
                + "<link rel=\"stylesheet\" href=\"file:///etc/passwd\"/>"
                + "<style>body{font-family:body}</style></head><body>"
                + "<p>Text<img src=\"file:///etc/hostname\" alt=\"none\"/></p></body></html>");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertEquals(1, document.getNumberOfPages());
      assertTrue(new PDFTextStripper().getText(document).contains("Text"));
    }
  }
}

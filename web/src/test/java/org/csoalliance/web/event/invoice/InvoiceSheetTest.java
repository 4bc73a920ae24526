package org.csoalliance.web.event.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.csoalliance.event.Price;
import org.csoalliance.event.invoice.Invoice;
import org.csoalliance.event.invoice.InvoiceStatus;
import org.junit.jupiter.api.Test;

class InvoiceSheetTest {
  private static Invoice invoice(Invoice.Paid paid, String credits) {
    return new Invoice(
        1,
        "workshop",
        "Workshop",
        2,
        credits == null ? Invoice.Kind.INVOICE : Invoice.Kind.CREDIT,
        "link",
        credits == null ? "INV-2026-000012" : "CRN-2026-000003",
        Instant.parse("2026-11-28T00:30:00Z"),
        LocalDate.of(2026, 12, 28),
        "Ольга #{1+1}",
        "Marlowe <script>alert(1)</script>",
        "Akti Miaouli 10\nPiraeus & <b>",
        "PO 77",
        "Workshop, 20 Jan 2027, Piraeus. Category: Non-member",
        "CSO Alliance\n1 Quay Street",
        "Bank of Test\nIBAN DE89 3704 0044 0532 0130 00",
        new Price(new BigDecimal("1180.00"), "EUR"),
        credits,
        paid,
        null,
        InvoiceStatus.OPEN,
        true);
  }

  private static String text(Invoice invoice) throws IOException {
    byte[] pdf = InvoiceSheet.pdf(invoice, new InvoiceWords());
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", invoice.number() + ".pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
      assertNotNull(document.getDocumentCatalog().getStructureTreeRoot());
      assertEquals(1, document.getNumberOfPages());
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void saysWhatIsToBePaidAndHow() throws IOException {
    String text = text(invoice(null, null));
    for (String part :
        new String[] {
          "INV-2026-000012",
          "28 Nov 2026",
          "28 Dec 2026",
          "EUR 1,180.00",
          "Ольга #{1+1}",
          "Marlowe <script>alert(1)</script>",
          "Piraeus & <b>",
          "PO 77",
          "IBAN DE89"
        }) {
      assertTrue(text.contains(part), part + " in " + text);
    }
  }

  @Test
  void onePaidAsksForNothing() throws IOException {
    String text =
        text(
            invoice(
                new Invoice.Paid(LocalDate.of(2026, 12, 1), "Bank transfer", "", "Person"), null));
    assertTrue(text.contains("Paid on 1 Dec 2026 (Bank transfer)."), text);
    assertFalse(text.contains("IBAN"), text);
  }

  @Test
  void aCreditNoteTakesBack() throws IOException {
    String text = text(invoice(null, "INV-2026-000012"));
    assertTrue(text.contains("Credit note"), text);
    assertTrue(text.contains("−EUR 1,180.00"), text);
    assertTrue(text.contains("Takes back invoice INV-2026-000012."), text);
  }
}

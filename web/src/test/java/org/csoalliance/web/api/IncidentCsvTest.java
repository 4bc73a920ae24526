package org.csoalliance.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.util.List;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.form.FormCatalog;
import org.csoalliance.incident.form.FormField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentCsvTest {

  @Test
  void writesMarkHeaderAndRow() {
    StringWriter out = new StringWriter();
    IncidentCsv csv = new IncidentCsv(out);
    csv.header();
    csv.row(Samples.detailed(Samples.full(), "{}"));
    csv.row(Samples.detailed(Samples.bare(), "{}"));
    String[] lines = out.toString().split("\r\n");
    assertEquals("\uFEFFreference", lines[0].split(",")[0]);
    assertTrue(
        lines[1].startsWith(
            "CSOA-2026-00007,ROBBERY,CONFIRMED,2,2026-11-16T04:15:00Z,EXACT,480,1.233333,-104.05,"
                + "Singapore Strait,TLP:AMBER+STRICT,\"Robbery, Singapore Strait\","),
        lines[1]);
    assertTrue(lines[2].contains(",TLP:CLEAR,"), lines[2]);
    assertEquals(IncidentCsv.COLUMNS.size(), lines[2].split(",", -1).length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"})
  void noCellIsAFormula(String text) {
    assertEquals("'", IncidentCsv.text(text).replace("\"", "").substring(0, 1));
  }

  @Test
  void quotesWhatRfc4180AsksFor() {
    assertEquals("\"a,\"\"b\"\"\nc\"", IncidentCsv.text("a,\"b\"\nc"));
    assertEquals("\"'=HYPERLINK(\"\"x\"\")\"", IncidentCsv.text("=HYPERLINK(\"x\")"));
    assertEquals("plain ığüş", IncidentCsv.text("plain ığüş"));
    assertEquals("", IncidentCsv.text(null));
  }

  /** A column for each open field of the form, and for one that was added to the description. */
  @Test
  void theDetailsOfAKindAreColumns() {
    FormCatalog more =
        FormCatalog.read(
            FormCatalog.resource("forms.tsv"),
            FormCatalog.resource("fields.tsv")
                + "PIRACY\tWHAT\tshipDogs\tWHOLE\t\t0..9\t\tALL\t\tnone\n");
    List<FormField> fields = IncidentCsv.details(more, List.of(IncidentKind.ROBBERY));
    StringWriter out = new StringWriter();
    IncidentCsv csv = new IncidentCsv(out, fields);
    csv.header();
    csv.row(
        Samples.detailed(
            Samples.full(),
            "{\"shipDogs\":2,\"weapons\":[\"KNIFE\",\"ROD\"],\"raiders\":{\"min\":3,\"max\":10},"
                + "\"approach\":\"=1+1\",\"stolenValue\":9}"));
    String text = out.toString();
    assertTrue(text.contains(",details.weapons,") && text.contains(",details.ship_dogs\r\n"), text);
    assertFalse(text.contains("stolen_value"), "sealed fields are no columns");
    assertTrue(text.contains(",KNIFE ROD,") && text.contains(",3 to 10,"), text);
    assertTrue(text.contains("'=1+1"), "no formula");
  }
}

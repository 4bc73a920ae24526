package org.csoalliance.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentCsvTest {

  @Test
  void writesMarkHeaderAndRow() {
    StringWriter out = new StringWriter();
    IncidentCsv csv = new IncidentCsv(out);
    csv.header();
    csv.row(Samples.full());
    csv.row(Samples.bare());
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
}

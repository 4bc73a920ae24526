package org.csoalliance.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx"})
  void wordsAreNeverAFormulaAndComeBackAsTheyWere(String text) {
    assertEquals("'" + text, CsvCell.guarded(text));
    assertEquals(text, CsvCell.unguarded(CsvCell.guarded(text)));
  }

  @Test
  void quotesStandWhereTheyAreNeeded() {
    assertEquals("\"a,\"\"b\"\"\nc\"", CsvCell.of("a,\"b\"\nc"));
    assertEquals("plain ığüş", CsvCell.of("plain ığüş"));
    assertEquals("", CsvCell.of(null));
    assertEquals("-5", CsvCell.number(-5));
    assertEquals("'quoted'", CsvCell.unguarded("'quoted'"), "an apostrophe of the person's own");
  }
}

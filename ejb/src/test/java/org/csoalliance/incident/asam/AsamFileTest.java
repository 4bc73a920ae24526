package org.csoalliance.incident.asam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.csoalliance.platform.error.InvalidException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsamFileTest {
  private static String refusal(byte[] content) {
    String early = assertThrows(InvalidException.class, () -> AsamFile.check(content)).getMessage();
    assertEquals(
        early, assertThrows(InvalidException.class, () -> AsamFile.read(content)).getMessage());
    return early;
  }

  private static List<Integer> lines(AsamFile file) {
    return file.rows().stream().map(AsamFile.Row::line).toList();
  }

  @Test
  void readsPositionsWithALineBreakAndKnowsWhereEachRowStarts() {
    AsamFile file =
        AsamFile.read(
            new MadeAsam()
                .row("2021-1", "2021-01-02", "first")
                .raw("\n")
                .row("2021-2", "2021-01-03", "second\nwith a line break")
                .row("2021-3", "2021-01-04", "third, \"quoted\"")
                .bytes());
    assertEquals(List.of(2, 5, 8), lines(file));
    AsamFile.Row third = file.rows().get(2);
    assertEquals("third, \"quoted\"", file.columns().value(third, AsamColumns.DESCRIPTION));
    assertEquals("1°07'00\"N\n103°31'00\"E", file.columns().value(third, AsamColumns.POSITION));
    assertEquals("", file.note());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r"})
  void knowsTheLinesOfOtherSystems(String lineBreak) {
    String text =
        new MadeAsam()
            .row("2021-1", "2021-01-02", "first")
            .raw("2021-2,2021-01-03,too short\n")
            .row("2021-3", "2021-01-04", "third")
            .text()
            .replace("\n", lineBreak);
    assertEquals(List.of(2, 4, 5), lines(AsamFile.read(text.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void takesColumnsInAnyOrderAndAnyCase() {
    byte[] content =
        ("Date,REFERENCE,latitude,longitude,navarea,subreg,Hostility,Victim,Description,extra\n"
                + "2021-01-02,2021-1,1.5,103.5,XI,71,PIRATES,Tanker,Words,more\n")
            .getBytes(StandardCharsets.UTF_8);
    AsamFile file = AsamFile.read(content);
    assertEquals("2021-1", file.columns().value(file.rows().get(0), AsamColumns.REFERENCE));
  }

  @Test
  void leavesOutAByteOrderMark() {
    byte[] content =
        ("\uFEFF" + new MadeAsam().row("2021-1", "2021-01-02", "Lomé").text())
            .getBytes(StandardCharsets.UTF_8);
    assertEquals(1, AsamFile.read(content).rows().size());
  }

  @Test
  void readsWindows1252AndSaysSo() {
    byte[] content =
        new MadeAsam()
            .row("2021-1", "2021-01-02", "Off Lomé – the ship’s master")
            .text()
            .getBytes(Charset.forName("windows-1252"));
    AsamFile file = AsamFile.read(content);
    assertEquals(
        "Off Lomé – the ship’s master",
        file.columns().value(file.rows().get(0), AsamColumns.DESCRIPTION));
    assertTrue(file.note().contains("Windows-1252"), file.note());
  }

  @Test
  void keepsOtherAlphabets() {
    AsamFile file =
        AsamFile.read(new MadeAsam().row("2021-1", "2021-01-02", "海盗 قراصنة #{7*7}").bytes());
    assertEquals(
        "海盗 قراصنة #{7*7}", file.columns().value(file.rows().get(0), AsamColumns.DESCRIPTION));
  }

  @Test
  void refusesWhatIsNoList() {
    assertEquals("The file is empty.", refusal(new byte[0]));
    assertEquals("The file is empty.", refusal(" \n\n".getBytes(StandardCharsets.UTF_8)));
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H'};
    assertTrue(refusal(png).startsWith("The file is no text."));
    assertTrue(
        refusal("hello, world\n".getBytes(StandardCharsets.UTF_8))
            .startsWith("This is no ASAM list"));
    assertTrue(
        refusal("\"never closed".getBytes(StandardCharsets.UTF_8))
            .startsWith("This is no ASAM list"));
  }

  @Test
  void namesTheColumnsThatAreLacking() {
    byte[] one = MadeAsam.HEADER.replace("hostility,", "").getBytes(StandardCharsets.UTF_8);
    assertEquals("The file lacks the column hostility.", refusal(one));
    byte[] two = "reference,date,position,navArea,subreg,victim\n".getBytes(StandardCharsets.UTF_8);
    assertEquals("The file lacks the columns hostility, description.", refusal(two));
    byte[] twice = ("date," + MadeAsam.HEADER).getBytes(StandardCharsets.UTF_8);
    assertEquals("The column date is there twice.", refusal(twice));
  }

  @Test
  void aHeaderAloneIsAListWithoutRows() {
    assertEquals(List.of(), AsamFile.read(new MadeAsam().bytes()).rows());
  }

  @Test
  void aFileCutInTheMiddleLosesTheCutRowAlone() {
    String whole =
        new MadeAsam()
            .row("2021-1", "2021-01-02", "first")
            .row("2021-2", "2021-01-03", "second is much longer")
            .text();
    for (int cut : new int[] {3, 12, 40, 52}) {
      byte[] content = whole.substring(0, whole.length() - cut).getBytes(StandardCharsets.UTF_8);
      AsamFile file = AsamFile.read(content);
      assertEquals(List.of(2, 4), lines(file), "cut by " + cut);
      assertNull(file.rows().get(0).broken());
      String broken = file.rows().get(1).broken();
      assertNotNull(broken, "cut by " + cut);
      assertTrue(broken.startsWith("The file ends inside this row"), broken);
    }
  }

  @Test
  void aStrayQuotationMarkCostsOneRow() {
    AsamFile file =
        AsamFile.read(
            new MadeAsam()
                .row("2021-1", "2021-01-02", "first")
                .raw("2021-2,2021-01-03,1N 2E,XI,71,PIRATES,Tanker,\"never closed,\n")
                .row("2021-3", "2021-01-04", "third")
                .row("2021-4", "2021-01-05", "fourth")
                .bytes());
    assertEquals(List.of(2, 4, 5, 7), lines(file));
    assertEquals("The quotation marks of this row do not match.", file.rows().get(1).broken());
    assertNull(file.rows().get(2).broken());
    assertNull(file.rows().get(3).broken());
  }

  @Test
  void aRowWithTooManyOrTooFewColumnsIsBroken() {
    AsamFile file =
        AsamFile.read(
            new MadeAsam()
                .raw("2021-1,2021-01-02,1N 2E,XI,71,PIRATES,Tanker\n")
                .raw("2021-2,2021-01-02,1N 2E,XI,71,PIRATES,Tanker,one, two, three\n")
                .bytes());
    assertEquals("The row has 7 columns instead of 9.", file.rows().get(0).broken());
    assertEquals("The row has 10 columns instead of 9.", file.rows().get(1).broken());
  }
}

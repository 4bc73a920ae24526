package org.csoalliance.incident.asam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.OccurredPrecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsamReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String PLACE = "1°07'00\"N\n103°31'00\"E";

  private static AsamReader.Reading reading(MadeAsam made) {
    AsamFile file = AsamFile.read(made.bytes());
    return new AsamReader(file.columns(), TODAY).read(file.rows().get(0));
  }

  private static AsamEvent event(String hostility, String victim, String description) {
    AsamReader.Reading reading =
        reading(new MadeAsam().row("2021-7", "2021-05-28", PLACE, hostility, victim, description));
    assertNull(reading.refusal());
    return reading.event();
  }

  private static String refusal(String reference, String date, String position) {
    AsamReader.Reading reading =
        reading(new MadeAsam().row(reference, date, position, "PIRATES", "Tanker", "Words"));
    assertNull(reading.event());
    return reading.refusal();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~46°37'50.89\"N\n31°35'01.64\"E~ | 46.6308028 | 31.5837889",
        "~12°00'012\"N\n93°12'48.6\"W~ | 12.0033333 | -93.2135",
        "~5°60'00\"S\n106°54'00\"E~ | -6 | 106.9",
        "~0°60'00\"S\n5°60'00\"E~ | -1 | 6",
        "01-14N 104-03E | 1.2333333 | 104.05",
        "1.5, -103.25 | 1.5 | -103.25"
      })
  void readsPositionsToASecondOfArc(String text, double latitude, double longitude) {
    AsamEvent event =
        reading(new MadeAsam().row("2021-7", "2021-05-28", text, "PIRATES", "", "")).event();
    assertEquals(latitude, event.position().latitude(), 1e-6);
    assertEquals(longitude, event.position().longitude(), 1e-6);
  }

  @Test
  void refusesWithASentence() {
    assertEquals("The reference is lacking.", refusal(" ", "2021-05-28", PLACE));
    assertEquals(
        "The reference “#{7*7}” is not written as 2021-207 is.",
        refusal("#{7*7}", "2021-05-28", PLACE));
    assertEquals("The date is lacking.", refusal("2021-7", "", PLACE));
    assertEquals(
        "The date “28 May” cannot be read; it is written 2021-07-29.",
        refusal("2021-7", "28 May", PLACE));
    assertEquals(
        "The date “2021-02-30” cannot be read; it is written 2021-07-29.",
        refusal("2021-7", "2021-02-30", PLACE));
    assertEquals("The date 2026-11-24 lies in the future.", refusal("2021-7", "2026-11-24", PLACE));
    assertEquals("The date 1800-01-01 lies before 1970.", refusal("2021-7", "1800-01-01", PLACE));
    assertEquals("The position is lacking.", refusal("2021-7", "2021-05-28", " "));
    String end = " cannot be read or lies outside the ranges.";
    for (String bad :
        new String[] {"off Lagos", "91°00'00\"N 10°00'00\"E", "1°61'00\"N 1°00'00\"E"}) {
      assertEquals("The position “" + bad + "”" + end, refusal("2021-7", "2021-05-28", bad));
    }
    String long1 = refusal("2021-7", "x".repeat(100_000), PLACE);
    assertTrue(long1.length() < 120, long1);
  }

  @Test
  void refusesPositionsThatContradictEachOther() {
    String file =
        "reference,date,position,latitude,longitude,navArea,subreg,hostility,victim,description\n"
            + "2021-7,2021-05-28,01-14N 104-03E,%s,XI,71,PIRATES,Tanker,Words\n";
    AsamFile far =
        AsamFile.read(String.format(file, "1.3,104.05").getBytes(StandardCharsets.UTF_8));
    assertNotNull(new AsamReader(far.columns(), TODAY).read(far.rows().get(0)).refusal());
    AsamFile near =
        AsamFile.read(String.format(file, "1.2334,104.05").getBytes(StandardCharsets.UTF_8));
    assertNotNull(new AsamReader(near.columns(), TODAY).read(near.rows().get(0)).event());
  }

  @Test
  void refusesWhatIsTooLong() {
    AsamReader.Reading text =
        reading(new MadeAsam().row("2021-7", "2021-05-28", "x".repeat(100_000)));
    assertEquals("The description is longer than 20,000 characters.", text.refusal());
    AsamReader.Reading words =
        reading(
            new MadeAsam().row("2021-7", "2021-05-28", PLACE, "x".repeat(301), "Tanker", "Words"));
    assertEquals("The hostility is longer than 300 characters.", words.refusal());
  }

  @Test
  void takesARowThatSaysLittle() {
    AsamEvent event = event("", "", "");
    assertEquals(IncidentKind.OTHER, event.kind());
    assertEquals("NGA published no description of this event.", event.text());
    assertEquals("Event, ship, South-east and East Asia", event.title());
    assertEquals("", event.shipType());
  }

  @Test
  void cleansControlCharactersAndPaddingAndKeepsTheRest() {
    AsamEvent event =
        event("\u0007 PIRATES ", "x".repeat(400), "A\u0000 \u0008  B<b>#{7*7}</b> قراصنة");
    assertEquals("PIRATES", event.sourceWords());
    assertEquals("A B<b>#{7*7}</b> قراصنة", event.text());
    assertEquals(100, event.shipType().length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "On 28 May at 0345Z a ship was boarded | 2021-05-28T03:45:00Z | EXACT",
        "Boarded 28 May at about 0345 UTC | 2021-05-28T03:45:00Z | HOUR",
        "Attacked in 09-57S 041-46E at 280345Z May | 2021-05-28T03:45:00Z | EXACT",
        "Attacked in 09-57S 041-46E at 270345Z May | 2021-05-28T00:00:00Z | DAY",
        "On 28 May, at 0259 local time, three robbers | 2021-05-28T00:00:00Z | DAY",
        "On 27 May at 2345 UTC a ship was boarded | 2021-05-28T00:00:00Z | DAY",
        "Near position 01-07N 103-31E | 2021-05-28T00:00:00Z | DAY"
      })
  void takesAnHourOnlyInUtc(String text, Instant at, OccurredPrecision precision) {
    AsamEvent event = event("Robbers", "Tanker", text);
    assertEquals(at, event.time().at());
    assertEquals(precision, event.time().precision());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GHANA: On 31 July, robbers boarded a container ship anchored in Tema Anchorage. | Container"
            + " ship boarded at Tema Anchorage, Ghana | Ghana",
        "GULF OF OMAN:  Tanker reported suspicious approach approximately 30NM southeast of Jask,"
            + " Iran. | Suspicious approach to tanker 30 NM southeast of Jask, Gulf of Oman | Gulf"
            + " of Oman",
        "LOME ANCHORAGE, TOGO: ROBBERS STOLE STORES FROM A TANKER. | Tanker robbed, Lome Anchorage,"
            + " Togo | Lome Anchorage, Togo",
        "(U) RED SEA:  On 4 July, skiffs fired at a merchant vessel. | Merchant ship fired upon, Red"
            + " Sea | Red Sea",
        "Tuesday, April 14, 2020 8:00: robbers boarded a tanker off Ghana | Tanker boarded, Ghana |"
            + " Ghana"
      })
  void makesShortTitlesAndAreas(String text, String title, String area) {
    AsamEvent event = event("PIRATES", "", text);
    assertEquals(title, event.title());
    assertEquals(area, event.area());
  }

  @Test
  void titlesStayShort() {
    AsamEvent event =
        event(
            "Robbers", "Tanker", "INDONESIA: Boarded at " + "Very Long ".repeat(40) + "Anchorage");
    assertTrue(event.title().length() <= 120, event.title());
  }

  @Test
  void knowsWhichRowUpdatesWhich() {
    AsamEvent event = event("Boarding", "", "(Update of entry 2022-137)  INDONESIA: On 21 May");
    assertEquals("2022-137", event.updateOf());
    assertEquals("Indonesia", event.area());
    assertTrue(event("", "", "UKRAINE: (Update) On 3 March").saysUpdate());
  }
}

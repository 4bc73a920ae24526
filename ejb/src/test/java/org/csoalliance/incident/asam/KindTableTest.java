package org.csoalliance.incident.asam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.csoalliance.incident.IncidentKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindTableTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SUSPICIOUS APPROACH | SUSPICIOUS",
        "Suspicous Approach | SUSPICIOUS",
        "SUS[ICIOUS APPROACH | SUSPICIOUS",
        "SUSPICIOUS CRAFT | SUSPICIOUS",
        "Mothership Activity | SUSPICIOUS",
        "ROBBERY | ROBBERY",
        "Boarding by robbers | ROBBERY",
        "Five robbers boarded tanker | ROBBERY",
        "theift | ROBBERY",
        "Attempted robbery | ATTEMPT",
        "Eight robbers attempted boarding | ATTEMPT",
        "Pirate Hijacking | HIJACK",
        "Hijacking and kidnapping | KIDNAP",
        "KIdnapped two fishermen | KIDNAP",
        "Ship fired upon | ATTACK",
        "SUICIDE BOAT ATTACK | ATTACK",
        "Military activity | STATE_ACTION",
        "IRANIAN NAVY | STATE_ACTION",
        "IRAN | STATE_ACTION",
        "UNIDENTIFIED GUN BOATS | STATE_ACTION",
        "Stow away | STOWAWAY",
        "DRUG SMUGGLING | DRUGS",
        "GREENPEACE ACTIVISTS | OTHER",
        "LTTE REBELS | ATTACK",
        "ROBBERS | ROBBERY",
        "SPEEDBOATS | SUSPICIOUS",
        "PIRATES | OTHER",
        "N/A | OTHER",
        "海盗 | OTHER"
      })
  void understandsWhatTheHostilityNames(String hostility, IncidentKind kind) {
    assertEquals(kind, KindTable.kind(hostility, "Nothing is told."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Robbers boarded an anchored tanker and stole stores. | ROBBERY",
        "Three robbers attempted to board. The crew raised the alarm. | ATTEMPT",
        "Robbers attempted to steal and were boarded off. They boarded from a boat. | ROBBERY",
        "Tanker fired upon by men in two skiffs. | ATTACK",
        "Pirates boarded and hijacked the tanker. | HIJACK",
        "Pirates attempted to hijack the tanker and fired upon it. | ATTACK",
        "Pirates boarded the tug and kidnapped three crew. | KIDNAP",
        "A skiff approached to 200 metres and followed the ship. | SUSPICIOUS",
        "Robbers broke into a container and escaped with goods. | CARGO_THEFT",
        "The vessel was struck by a missile. | STATE_ACTION",
        "M/V PIRATED IN VICINITY 25-39N. | HIJACK",
        "Nothing is told. | OTHER"
      })
  void asksTheDescriptionWhereOnlyTheAggressorIsNamed(String description, IncidentKind kind) {
    assertEquals(kind, KindTable.kind("PIRATES", description));
    assertEquals(kind, KindTable.kind("", description));
  }

  @Test
  void whatTheHostilityNamesWinsOverTheDescription() {
    assertEquals(
        IncidentKind.SUSPICIOUS,
        KindTable.kind("Suspicious Approach", "The guards fired at the boat that approached."));
  }
}

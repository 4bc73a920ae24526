package org.csoalliance.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Who may call what, as one table that is read and reviewed: rights.tsv. What the code has is
 * walked through here; that each cell holds on a running server, RightsMatrixIT shows.
 */
class RightsMatrixTest {
  private static final Path FILE = Path.of("src/test/resources/rights.tsv");
  private static final String HOW =
      "\nWrite the rows with\n  mvn -o -pl ejb,web -am test -Dtest=RightsMatrixTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dalliance.rights.write=true\nthen read"
          + " web/src/test/resources/rights.tsv, and narrow each new row to those who may.\n";

  private final Map<String, String> built = BuiltRights.read();

  @Test
  void everyPageEndpointAndServiceMethodHasItsRow() throws IOException {
    if (Boolean.getBoolean("alliance.rights.write")) {
      write();
    }
    Map<String, String> rows = rows();
    Set<String> missing = new TreeSet<>(built.keySet());
    missing.removeAll(rows.keySet());
    Set<String> gone = new TreeSet<>(rows.keySet());
    gone.removeAll(built.keySet());
    assertTrue(missing.isEmpty(), () -> "rights.tsv says nothing about " + missing + HOW);
    assertTrue(gone.isEmpty(), () -> "rights.tsv speaks of what is gone: " + gone + HOW);
  }

  @Test
  void eachRowIsWhatTheCodeSaysOrNarrower() throws IOException {
    List<String> wrong = new ArrayList<>();
    rows()
        .forEach(
            (name, roles) -> {
              String said = built.getOrDefault(name, BuiltRights.EVERYONE);
              boolean service = name.startsWith("service");
              if (roles.equals("?")) {
                wrong.add(name + ": say who may, in place of ?");
              } else if (service ? !roles.equals(said) : !BuiltRights.within(roles, said)) {
                wrong.add(name + ": the table says " + roles + ", the code " + said);
              }
            });
    assertEquals(List.of(), wrong, HOW);
  }

  /** A page that only looks open because its constraint was forgotten. */
  @Test
  void noAddressOfStaffIsOpenToEveryone() throws IOException {
    rows()
        .forEach(
            (name, roles) -> {
              if (name.matches("(page|servlet) [A-Z]+ /(admin|audit|vetting|editor|me)(/.*)?")) {
                assertTrue(!roles.equals(BuiltRights.EVERYONE), name);
              }
            });
  }

  private static Map<String, String> rows() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    if (!Files.exists(FILE)) {
      return rows;
    }
    for (String line : Files.readAllLines(FILE)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split("\t", -1);
        assertEquals(2, parts.length, line);
        rows.put(parts[0], parts[1]);
      }
    }
    return rows;
  }

  private void write() throws IOException {
    Map<String, String> before = rows();
    StringBuilder text =
        new StringBuilder(
            "# Who may call what. Rows of services are their annotations; rows of pages, servlets"
                + " and endpoints\n# may be narrower than web.xml, where a service decides."
                + " RightsMatrixTest says how to write this file anew.\n");
    built.forEach(
        (name, said) -> {
          String kept = before.get(name);
          boolean keep =
              kept != null
                  && !kept.equals("?")
                  && !name.startsWith("service")
                  && BuiltRights.within(kept, said);
          text.append(name)
              .append('\t')
              .append(keep ? kept : name.startsWith("api") ? "?" : said)
              .append('\n');
        });
    Files.writeString(FILE, text);
  }
}

package org.csoalliance.platform.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rule in code and the condition in SQL give the same answer in each cell. */
class SharingPolicyIT {
  @RegisterExtension static final Database database = new Database();

  private static final List<Shared> THINGS = things();

  private static List<Shared> things() {
    List<Shared> things = new ArrayList<>();
    for (Tlp tlp : Tlp.values()) {
      for (boolean published : new boolean[] {true, false}) {
        for (Long company : new Long[] {null, 10L, 20L}) {
          for (Long reporter : new Long[] {null, 1L, 2L}) {
            for (Attribution attribution : Attribution.values()) {
              for (Set<Long> groups : List.of(Set.<Long>of(), Set.of(7L), Set.of(8L, 9L))) {
                things.add(new Shared(tlp, published, company, reporter, attribution, groups));
              }
            }
          }
        }
      }
    }
    return things;
  }

  private static List<Reader> readers() {
    List<Set<Role>> roles = new ArrayList<>();
    roles.add(Set.of());
    for (Role one : Role.values()) {
      for (Role other : Role.values()) {
        roles.add(one == other ? Set.of(one) : Set.of(one, other));
      }
    }
    List<Reader> readers = new ArrayList<>(List.of(Reader.VISITOR, Reader.SYSTEM));
    for (Set<Role> some : roles) {
      for (Long company : new Long[] {10L, null}) {
        for (Set<Long> groups : List.of(Set.<Long>of(), Set.of(7L, 8L))) {
          for (Agreement agreement : Agreement.values()) {
            readers.add(new Reader(1L, "R", company, some, false, groups, agreement));
          }
        }
      }
    }
    return readers;
  }

  @BeforeAll
  static void rows() {
    database.sql(
        "create table thing (id int, tlp varchar(12), published boolean, company_id bigint,"
            + " reporter_id bigint, attribution varchar(14), shared_with bigint[],"
            + " ship_shown boolean)");
    for (int i = 0; i < THINGS.size(); i++) {
      Shared thing = THINGS.get(i);
      database.sql(
          "insert into thing values (%d, '%s', %s, %s, %s, '%s', '%s', %s)"
              .formatted(
                  i,
                  thing.tlp(),
                  thing.published(),
                  thing.companyId(),
                  thing.reporterId(),
                  thing.attribution(),
                  thing.groups().toString().replace('[', '{').replace(']', '}'),
                  shipShown(i)));
    }
  }

  private static boolean shipShown(int thing) {
    return thing % 2 == 0;
  }

  @Test
  void codeAndQueryAgree() throws SQLException {
    int cells = 0;
    int read = 0;
    for (Reader reader : readers()) {
      Set<Integer> readable = new TreeSet<>();
      Set<Integer> own = new TreeSet<>();
      Set<Integer> ships = new TreeSet<>();
      for (int i = 0; i < THINGS.size(); i++) {
        if (SharingPolicy.mayRead(reader, THINGS.get(i))) {
          readable.add(i);
        }
        if (SharingPolicy.mayKnowReporter(reader, THINGS.get(i))) {
          own.add(i);
        }
        if (SharingPolicy.mayKnowShip(reader, THINGS.get(i), shipShown(i))) {
          ships.add(i);
        }
        cells++;
      }
      read += readable.size();
      assertEquals(
          readable, ids(SharingPolicy.mayRead(reader, "t", "t.published")), reader::toString);
      assertEquals(own, ids(SharingPolicy.mayKnowReporter(reader, "t")), reader::toString);
      SqlCondition readable1 = SharingPolicy.mayRead(reader, "t", "t.published");
      SqlCondition ship = SharingPolicy.mayKnowShip(reader, "t");
      List<Object> both = new ArrayList<>(readable1.parameters());
      both.addAll(ship.parameters());
      assertEquals(
          ships,
          ids(new SqlCondition(readable1.sql() + " and " + ship.sql(), both)),
          reader::toString);
      SqlCondition not = SharingPolicy.mayKnowReporter(reader, "t");
      assertEquals(
          THINGS.size() - own.size(),
          ids(new SqlCondition("not " + not.sql(), not.parameters())).size(),
          "the condition is never unknown");
    }
    assertTrue(read > 0 && read < cells, read + " of " + cells);
  }

  private static Set<Integer> ids(SqlCondition condition) throws SQLException {
    Set<Integer> ids = new TreeSet<>();
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement query =
            connection.prepareStatement("select id from thing t where " + condition.sql())) {
      for (int i = 0; i < condition.parameters().size(); i++) {
        query.setObject(i + 1, condition.parameters().get(i));
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getInt(1));
        }
      }
    }
    return ids;
  }
}

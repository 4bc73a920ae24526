package org.csoalliance.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.csoalliance.membership.DemoPeople;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.DemonstrationStarted;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DemoBulletinsIT {
  @RegisterExtension static final Database database = new Database();

  @Test
  void oneOfHistoryAndACurrentOneThatReadersSeeByTheirRights() {
    MadeBulletins.people(database);
    database.sql(
        "insert into member_group (id, slug, name, purpose, kind, created_at) values"
            + " (77, 'cruise', 'Cruise', 'Ships with passengers', 'OPEN', now())");
    DemoPeople people =
        new DemoPeople(null) {
          @Override
          public Reader person(String person) {
            return switch (person) {
              case "editor" -> MadeBulletins.EDITOR;
              case "editor2" -> MadeBulletins.EDITOR2;
              default -> MadeBulletins.MEMBER;
            };
          }
        };
    MadeBulletins.Hands clock = new MadeBulletins.Hands();
    database.doInTransaction(
        em ->
            new DemoBulletins(
                    new BulletinRepository(em),
                    new PictureRepository(em),
                    new SubscriberRepository(em),
                    people,
                    new AuditLog(em))
                .create(new DemonstrationStarted(MadeBulletins.NOW)));
    NewsCache cache = new NewsCache(clock);
    List<Integer> parts =
        database.inTransaction(
            em ->
                List.of(Reader.VISITOR, MadeBulletins.MEMBER, MadeBulletins.IN_GROUP).stream()
                    .map(
                        reader ->
                            MadeBulletins.news(em, reader, cache)
                                .article("before-the-port-call")
                                .parts()
                                .size())
                    .toList());
    assertEquals(List.of(4, 5, 6), parts);
    Article old =
        database.inTransaction(
            em -> MadeBulletins.news(em, Reader.VISITOR, cache).article("bulletin-december-2016"));
    String told = old.parts().toString();
    for (String figure :
        List.of("60 stowaway cases", "USD 15.3 million", "250 security", "67%", "89%", "60% of")) {
      assertTrue(told.contains(figure), figure);
    }
    assertEquals(2016, old.day().getYear());
    assertEquals(0L, database.value("select count(*) from outbox_mail"));
  }
}

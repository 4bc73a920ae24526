package org.csoalliance.publishing;

import static org.csoalliance.publishing.MadeBulletins.EDITOR;
import static org.csoalliance.publishing.MadeBulletins.IN_GROUP;
import static org.csoalliance.publishing.MadeBulletins.MEMBER;
import static org.csoalliance.publishing.MadeBulletins.content;
import static org.csoalliance.publishing.MadeBulletins.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.csoalliance.platform.search.SearchHit;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Words of bulletins are found where they can be read, and by nobody else. */
class NewsSearchIT {
  @RegisterExtension static final Database database = new Database();

  private final MadeBulletins.Hands clock = new MadeBulletins.Hands();

  @BeforeAll
  static void people() {
    MadeBulletins.people(database);
    database.sql(
        "insert into member_group (id, slug, name, purpose, kind, created_at) values"
            + " (77, 'cruise', 'Cruise', 'Ships with passengers', 'OPEN', now())");
  }

  @BeforeEach
  void nothing() {
    database.sql("truncate bulletin cascade");
  }

  private long publish(long id, Content content) {
    return database.inTransaction(
        em -> MadeBulletins.publish(em, clock, id, content, false, id == 0 ? "" : "A mistake"));
  }

  private List<SearchHit> find(Reader reader, String words) {
    return database.inTransaction(
        em -> MadeBulletins.news(em, reader, new NewsCache(clock)).search(words, 10));
  }

  private static Content three() {
    return content(
        "The month in three stories",
        section("For all", Audience.PUBLIC, "A hawsepipe was *closed* by night."),
        section("For members", Audience.MEMBERS, "The lanyard failed in Chittagong."),
        section("For the group", Audience.GROUPS, "A gangway watch in Lagos."));
  }

  @Test
  void eachWordIsFoundByWhoMayReadIt() {
    publish(0, three());
    record Case(String words, boolean visitor, boolean member, boolean group) {}
    for (Case one :
        List.of(
            new Case("hawsepipes", true, true, true),
            new Case("lanyard", false, true, true),
            new Case("gangway", false, false, true),
            new Case("lagos", false, false, true),
            new Case("three stories", true, true, true),
            new Case("hawsepipe lanyard", false, true, true), // one word in each of two sections
            new Case("stories lanyard", false, true, true),
            new Case("hawsepipe zebra", false, false, false),
            new Case("\"lanyard failed\"", false, true, true),
            new Case("\"failed lanyard\"", false, false, false),
            new Case("the hawsepipe of a", true, true, true),
            new Case("hawsepipe -closed", false, false, false),
            // of what a visitor may not read, a minus tells nothing either
            new Case("hawsepipe -lanyard", true, false, false),
            new Case("-lanyard", false, false, false))) {
      assertEquals(one.visitor(), !find(Reader.VISITOR, one.words()).isEmpty(), one.words());
      assertEquals(one.member(), !find(MEMBER, one.words()).isEmpty(), one.words());
      assertEquals(one.group(), !find(IN_GROUP, one.words()).isEmpty(), one.words());
      assertEquals(one.group(), !find(EDITOR, one.words()).isEmpty(), one.words());
    }
    SearchHit hit = find(MEMBER, "lanyard").get(0);
    assertEquals("/news/the-month-in-three-stories#for-members", hit.address());
    assertTrue(hit.text().contains("lanyard failed in Chittagong"), hit.text());
    for (SearchHit each : find(Reader.VISITOR, "stories")) {
      assertFalse(each.toString().contains("anyard"), each.toString());
    }
  }

  @Test
  void whatMendsAWrongLetterIsWhatTheReaderMayRead() {
    publish(0, three());
    assertTrue(texts(MEMBER).contains("lanyard"));
    assertTrue(texts(Reader.VISITOR).contains("hawsepipe"));
    assertFalse(texts(Reader.VISITOR).contains("lanyard"));
    assertFalse(texts(MEMBER).contains("gangway"));
  }

  private String texts(Reader reader) {
    return database.inTransaction(
        em -> String.join(" ", MadeBulletins.news(em, reader, new NewsCache(clock)).texts(100)));
  }

  @Test
  void draftsEarlierVersionsAndWithdrawnOnesAreNotFound() {
    database.inTransaction(
        em ->
            MadeBulletins.drafts(em, EDITOR, clock)
                .create(
                    content("Draft", section("S", Audience.PUBLIC, "unborn words")),
                    MadeBulletins.NOW_OUT,
                    null));
    assertTrue(find(EDITOR, "unborn").isEmpty());
    long id = publish(0, three());
    publish(id, content("The month", section("For all", Audience.PUBLIC, "A porthole.")));
    assertTrue(find(EDITOR, "hawsepipe").isEmpty());
    assertEquals(1, find(Reader.VISITOR, "porthole").size());
    database.sql(
        "update bulletin set withdrawn_at = now(), withdrawn_reason = 'wrong' where id = " + id);
    assertTrue(find(Reader.VISITOR, "porthole").isEmpty());
  }

  @Test
  void whatIsForMembersWholeIsNotFoundByATitleOfAPublicSection() {
    Content inner = three();
    publish(
        0,
        new Content(
            inner.kind(),
            "Inner month",
            inner.day(),
            Audience.MEMBERS,
            inner.introduction(),
            inner.sections()));
    assertTrue(find(Reader.VISITOR, "hawsepipe").isEmpty());
    assertEquals(1, find(MEMBER, "hawsepipe").size());
  }

  @Test
  void titlesStandBeforeWhatIsSaid() {
    publish(0, content("A month", section("S", Audience.PUBLIC, "Somebody saw a stowaway.")));
    publish(0, content("Stowaways everywhere", section("S", Audience.PUBLIC, "Counted anew.")));
    publish(0, content("Another month", section("S", Audience.PUBLIC, "One stowaway more.")));
    assertEquals("Stowaways everywhere", find(Reader.VISITOR, "stowaway").get(0).title());
    assertEquals(3, find(Reader.VISITOR, "stowaway").size());
  }

  @Test
  void theNameOfAnEditorCanStillBeErasedAndNothingElseChanged() {
    publish(0, three());
    database.sql("update bulletin_version set editor_name = 'Somebody', editor_id = null");
    assertEquals(1, find(Reader.VISITOR, "hawsepipe").size());
    boolean refused = false;
    try {
      database.sql("update bulletin_version set title = 'Other'");
    } catch (RuntimeException stands) {
      refused = true;
    }
    assertTrue(refused);
  }

  @Test
  void oddWordsAreNoFault() {
    publish(0, three());
    Stream.of(
            "'", "\"", "\"\"", "%_\\", "!&|:*", "<->", "(((", "-", "--", "\0", "x".repeat(100_000))
        .forEach(odd -> assertTrue(find(MEMBER, odd).isEmpty(), odd));
  }
}

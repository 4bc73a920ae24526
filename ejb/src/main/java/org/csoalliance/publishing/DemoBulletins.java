package org.csoalliance.publishing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.csoalliance.membership.DemoPeople;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.file.PictureSizes;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.DemonstrationStarted;

/**
 * The bulletins of a demonstration: one of history in our own words, with its figures and sources,
 * and a current one that is made up. They are mailed to nobody.
 */
@Dependent
public class DemoBulletins {
  private static final Instant DECEMBER_2016 = Instant.parse("2016-12-15T09:00:00Z");

  private BulletinRepository bulletins;
  private PictureRepository pictures;
  private SubscriberRepository subscribers;
  private DemoPeople people;
  private AuditLog audit;

  /** For CDI. */
  protected DemoBulletins() {}

  /** Writes through the given repositories. */
  @Inject
  public DemoBulletins(
      BulletinRepository bulletins,
      PictureRepository pictures,
      SubscriberRepository subscribers,
      DemoPeople people,
      AuditLog audit) {
    this.bulletins = bulletins;
    this.pictures = pictures;
    this.subscribers = subscribers;
    this.people = people;
    this.audit = audit;
  }

  /** Makes all three, after groups and first responses were made. */
  public void create(
      @Observes @Priority(Interceptor.Priority.APPLICATION + 950) DemonstrationStarted started) {
    publish(history(), "bulletin-december-2016", DECEMBER_2016);
    Instant lately = started.at().minus(Duration.ofDays(24));
    publish(news(day(lately)), "reports-in-two-minutes", lately);
    current(started.at().minus(Duration.ofDays(2)));
    for (String person : List.of("member", "cruise", "deputy")) {
      subscribers.start(people.person(person).accountId(), started.at());
    }
    audit.record(
        Reader.SYSTEM, "demonstration.made", "bulletin", "all", "one of history, two made up");
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private long publish(Content content, String slug, Instant at) {
    long id = bulletins.add(slug, null, at).orElseThrow();
    out(id, content, at);
    return id;
  }

  private void out(long id, Content content, Instant at) {
    Reader editor = people.person("editor");
    Content kept =
        ContentRules.draft(
            content,
            content.sections().stream()
                .flatMap(section -> section.groups().stream())
                .collect(java.util.stream.Collectors.toSet()),
            at);
    bulletins.saveDraft(
        id, kept, new Plan("", null, false, ""), Set.of(editor.accountId()), editor, at);
    bulletins.schedule(id, people.person("editor2"));
    bulletins.publish(id, 1, at);
  }

  private static Section section(
      String kicker, String title, String teaser, String text, Audience audience) {
    return new Section(kicker, title, "", teaser, text, audience, Set.of());
  }

  /** The four stories of December 2016, told anew after the alliance's own news of that month. */
  private static Content history() {
    return new Content(
        Kind.BULLETIN,
        "Four things to settle before the new year",
        LocalDate.of(2016, 12, 15),
        Audience.PUBLIC,
        "Stowaways, the papers of guards’ weapons, a survey on cyber risk, and colleagues on cruise"
            + " ships: what the alliance worked on in the last weeks of 2016. The figures are those"
            + " of that time; each names its source.",
        List.of(
            section(
                "Stowaways",
                "Sixty stowaway cases a month, and few of them told",
                "The alliance counts more than **60 stowaway cases every month**, most of them"
                    + " boarded in African ports. To the P&I clubs they cost **USD 15.3 million a"
                    + " year**.",
                "A stowaway on board means that the security plan fell short twice, on the quay and"
                    + " on the gangway. Yet many organisations collect such cases, each in its own"
                    + " form, and in 2016 only 37 reports of six agencies reached the database of"
                    + " the International Maritime Organization.\n\n"
                    + "# What we begin\n\n"
                    + "- a short report that a master can send in minutes,\n"
                    + "- the lesson of it, without names, to every company security officer whose"
                    + " ship is bound for the port,\n"
                    + "- the briefing on board before the port call, not after it.\n\n"
                    + "*Sources: alliance news, December 2016; the count by month and the yearly"
                    + " cost are quoted there after the clubs’ own audit. Other figures on the same"
                    + " pages do not add up to the same sum, so we name the year with each.*",
                Audience.PUBLIC),
            section(
                "Weapon papers",
                "A maritime authority asks for a way to check certificates",
                "The director of the maritime authority of Djibouti asked for a place where an"
                    + " **end-user certificate** can be checked before guards and their weapons"
                    + " come on board.",
                "The certificate lists each weapon by its serial number, and names the company that"
                    + " may use it. Both must agree with what is carried up the gangway. There is"
                    + " no common layout, often no date of expiry, and a master has no one to"
                    + " ask at night.\n\n"
                    + "A first portal was shown in October and November 2016. It answers whether"
                    + " a serial number stands on a certificate that its issuer has entered. It"
                    + " does not say “forged” of one that is not listed: that is for the issuer to"
                    + " say. To be of use everywhere it has to be taken up by flags and issuers,"
                    + " and that takes time.\n\n"
                    + "*Source: alliance news, December 2016.*",
                Audience.PUBLIC),
            section(
                "Cyber",
                "Two in three officers see no serious threat",
                "In a survey of more than **250 security officers** of shipowners, **67%** did not"
                    + " think cyber attacks a serious threat to their ships, and **89%** called it"
                    + " a matter for the IT department.",
                "The answers are honest, and they are the risk. Chart systems, loading computers"
                    + " and the bridge’s own radio are on board, and so is the person who plugs in"
                    + " a stick.\n\n"
                    + "Posters, stickers and a booklet for the mess room are free to print. They"
                    + " say five things, none of them about firewalls. The survey will be repeated,"
                    + " so that we see whether the answers change.\n\n"
                    + "*Source: survey of the alliance, 2016.*",
                Audience.PUBLIC),
            section(
                "Cruise",
                "Officers of six in ten cruise ships are members",
                "Since a first visit to Miami in summer, the officers of **more than 60% of the"
                    + " cruise fleet**, counted by ships, have joined.",
                "They have a group of their own for what concerns passengers, terminals and"
                    + " tenders, and speak there under the same rules as everywhere: what is told"
                    + " in the group stays in the group.\n\n"
                    + "How large a part of each fleet members answer for is counted from ships on"
                    + " [the page on coverage](/members/coverage), which members can open.\n\n"
                    + "*Source: alliance news, December 2016.*",
                Audience.PUBLIC)));
  }

  private static Content news(LocalDate day) {
    return new Content(
        Kind.NEWS,
        "A report in two minutes",
        day,
        Audience.PUBLIC,
        "The quick report asks for six things and takes two minutes, with or without a good link."
            + " [What it asks for](/why/communicating), and why.",
        List.of());
  }

  private void current(Instant at) {
    long id = bulletins.add("before-the-port-call", null, at).orElseThrow();
    long picture =
        pictures.add(
            id,
            "Bars of twelve months: stowaway reports rise from two to nine, and those found before"
                + " departure, marked in a darker tone, from none to five",
            PictureSizes.of(DemoPicture.bars(), 480, 960, 1600),
            at);
    out(id, content(day(at), picture), at);
  }

  private Content content(LocalDate day, long picture) {
    Section cruise =
        bulletins
            .group("cruise")
            .map(
                group ->
                    new Section(
                        "Cruise",
                        "Tender landings: what the group agreed",
                        "",
                        "For the members of the cruise group alone: three rules for the landing"
                            + " stage, tried by two companies this autumn.",
                        "1. One seaman counts, another checks cards, a third watches the water.\n"
                            + "2. The last tender waits for the count of the hotel, not for the"
                            + " clock.\n"
                            + "3. Whoever is over is asked on the stage, not on board.",
                        Audience.GROUPS,
                        Set.of(group)))
            .orElse(null);
    Section stowaways =
        section(
            "Stowaways",
            "A report in two minutes, a briefing before the port call",
            "More than 60 stowaway cases a month were reached by the last full count in 2016, and"
                + " that year’s audit put the cost to the P&I clubs at USD 15.3 million. Cases have"
                + " fallen since; the cost of each has not.",
            "Six fields are enough to report. An editor removes names and ships, and the lesson"
                + " goes to every member whose ship is bound for that port.\n\n"
                + "![](picture:"
                + picture
                + ")\n\n*Made-up figures of this demonstration.*",
            Audience.PUBLIC);
    Section found =
        section(
            "For members",
            "What the first reports told us",
            "Of nine reports of last month, five were of people found **before** departure. In four"
                + " of those the search began at the rudder trunk.",
            "The other four came on board in the last two hours before sailing, when the gangway"
                + " watch was called to the mooring. What helped:\n\n"
                + "- a second person at the gangway from two hours before departure,\n"
                + "- a lock on the rudder trunk, and its seal number in the log,\n"
                + "- a search that ends at the pilot’s boarding, not at its planning.\n\n"
                + "Tell us in [the groups](/groups) what you found.",
            Audience.MEMBERS);
    Section papers =
        section(
            "Weapon papers",
            "Check an end-user certificate before the guards board",
            "A maritime authority asked in 2016 for a way to compare serial numbers with the"
                + " papers. “Not listed” is an answer to ask about, and never the same as"
                + " “forged”.",
            "",
            Audience.PUBLIC);
    Section cyber =
        section(
            "Cyber",
            "Two in three officers saw no serious threat. Ask your crew",
            "In a survey of 2016 among more than 250 owners’ security officers, 67% thought so and"
                + " 89% sent the question to IT.",
            "",
            Audience.PUBLIC);
    Section six =
        section(
            "Cruise",
            "Cruise officers cover six in ten ships",
            "By the end of 2016 the officers of more than 60% of the cruise fleet, by ships, had"
                + " joined. The group has its own room for passengers, terminals and tenders.",
            "",
            Audience.PUBLIC);
    List<Section> sections =
        cruise == null
            ? List.of(stowaways, papers, cyber, six, found)
            : List.of(stowaways, papers, cyber, six, found, cruise);
    return new Content(
        Kind.BULLETIN,
        "Before the port call",
        day,
        Audience.PUBLIC,
        "What is reported in two minutes is briefed before the next ship arrives. This bulletin"
            + " tells what changes for the master, and what the first reports showed.",
        sections);
  }
}

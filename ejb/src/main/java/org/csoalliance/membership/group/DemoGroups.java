package org.csoalliance.membership.group;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.csoalliance.platform.settings.DemonstrationStarted;

/** Made-up groups of a demonstration, in the transaction that made its people. */
@Dependent
public class DemoGroups {
  private GroupChangeRepository groups;

  /** For CDI. */
  protected DemoGroups() {}

  /** Writes through the given repository. */
  @Inject
  public DemoGroups(GroupChangeRepository groups) {
    this.groups = groups;
  }

  /** Makes them all. */
  public void create(@Observes DemonstrationStarted started) {
    Instant now = started.at();
    LocalDate inHalfAYear = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(180);
    long cruise =
        group(
            now,
            "cruise",
            "Cruise",
            "Security of cruise ships: ports of call, crowds, tenders and what guests bring aboard.",
            GroupKind.INVITED,
            false,
            GroupRule.PASSENGER_SHIPS,
            null);
    member(now, cruise, "cruise", true);
    long ports =
        group(
            now,
            "port-crime",
            "Port crime",
            "Theft, boarding and contraband in port. Writes a guide for the pre-port-call brief.",
            GroupKind.WORKING,
            false,
            null,
            inHalfAYear);
    member(now, ports, "member", true);
    ask(now, ports, "cruise", "We had three thefts at anchor this year and can share the reports.");
    long stowaways =
        group(
            now,
            "stowaways",
            "Stowaways",
            "How stowaways come aboard, how they are treated, and who takes them ashore.",
            GroupKind.OPEN,
            false,
            null,
            null);
    member(now, stowaways, "member", true);
    member(now, stowaways, "deputy", false);
    long hidden =
        group(
            now,
            GroupCreationService.secret(),
            "Ransom advisory circle",
            "For those who have had a crew taken. Nobody else knows that this group exists.",
            GroupKind.INVITED,
            true,
            null,
            null);
    member(now, hidden, "member", true);
    member(now, hidden, "deputy", false);
  }

  private long group(
      Instant now,
      String slug,
      String name,
      String purpose,
      GroupKind kind,
      boolean hidden,
      GroupRule rule,
      LocalDate endsOn) {
    return groups.add(
        slug,
        new NewGroup(name, purpose, kind, hidden, rule, endsOn, null),
        null,
        now.minus(Duration.ofDays(90)));
  }

  private void member(Instant now, long group, String person, boolean moderator) {
    groups
        .member(person + "@demo.example", null)
        .ifPresent(
            found ->
                groups.begin(
                    group,
                    found.accountId(),
                    GroupState.MEMBER,
                    moderator,
                    now.minus(Duration.ofDays(moderator ? 90 : 30)),
                    null,
                    ""));
  }

  private void ask(Instant now, long group, String person, String sentence) {
    groups
        .member(person + "@demo.example", null)
        .ifPresent(
            found ->
                groups.begin(
                    group,
                    found.accountId(),
                    GroupState.REQUESTED,
                    false,
                    now.minus(Duration.ofDays(2)),
                    null,
                    sentence));
  }
}

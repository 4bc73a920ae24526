package org.csoalliance.membership.group;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.mail.MailAddress;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Roles;
import org.csoalliance.platform.text.PlainText;

/** Makes groups: an editor does, and names the first moderator. */
@Stateless
@RolesAllowed(Roles.EDITOR)
public class GroupCreationService {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int SECRET_LETTERS = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private GroupChangeRepository groups;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public GroupCreationService() {}

  /** For tests. */
  public GroupCreationService(
      GroupChangeRepository groups, AuditLog audit, CallerContext caller, Clock clock) {
    this.groups = groups;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Makes the group with its first moderator. Who makes a hidden group does not see it afterwards,
   * unless they are the moderator.
   *
   * @return its part of the address
   * @throws InvalidException also when no member whom the rule lets in has the moderator's address
   */
  public String create(NewGroup given) {
    Map<String, String> wrong = new LinkedHashMap<>();
    GroupRules.name(given.name(), wrong);
    GroupRules.purpose(given.purpose(), wrong);
    if (given.kind() == null) {
      wrong.put("kind", "Choose how people come in.");
    }
    boolean working = given.kind() == GroupKind.WORKING;
    GroupRules.end(working, given.endsOn(), wrong);
    if (given.hidden() && given.kind() != null && given.kind() != GroupKind.INVITED) {
      wrong.put("kind", "Nobody finds a hidden group, so people come in by invitation alone.");
    }
    String mail = given.moderatorMail() == null ? "" : given.moderatorMail().strip();
    Optional<GroupChangeRepository.Found> moderator =
        MailAddress.valid(mail)
            ? groups
                .member(mail.toLowerCase(Locale.ROOT), given.rule())
                .filter(GroupChangeRepository.Found::fits)
            : Optional.empty();
    if (moderator.isEmpty()) {
      wrong.put("moderatorMail", "Enter the work address of a member who may be in this group.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    NewGroup group =
        new NewGroup(
            PlainText.line(given.name(), 100),
            GroupRules.clean(given.purpose()),
            given.kind(),
            given.hidden(),
            given.rule(),
            working ? given.endsOn() : null,
            mail);
    groups.lockNames();
    String slug = slug(group);
    long id = groups.add(slug, group, caller.reader().accountId(), clock.instant());
    groups.begin(
        id, moderator.get().accountId(), GroupState.MEMBER, true, clock.instant(), null, "");
    audit.record(caller.reader(), "group.created", "group", slug, group.kind().name());
    return slug;
  }

  /** From the name; of a hidden group random, so that a name that is taken tells nothing. */
  private String slug(NewGroup group) {
    if (group.hidden()) {
      return secret();
    }
    String plain =
        Normalizer.normalize(group.name(), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String base = plain.isEmpty() || plain.equals("new") ? "group" : plain;
    base = base.length() > 50 ? base.substring(0, 50) : base;
    String slug = base;
    for (int i = 2; groups.slugTaken(slug); i++) {
      slug = base + "-" + i;
    }
    return slug;
  }

  static String secret() {
    StringBuilder secret = new StringBuilder("g-");
    for (int i = 0; i < SECRET_LETTERS; i++) {
      secret.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return secret.toString();
  }
}

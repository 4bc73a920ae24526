package org.csoalliance.contact;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;

/** What a message is about, and so which role answers it. */
public enum ContactTopic {
  MEMBERSHIP("Membership, joining, a lost sign-in", Role.VETTING_OFFICER),
  INCIDENT("An incident, a correction, an alert", Role.EDITOR),
  EVENTS("Workshops and events", Role.ORGANISER),
  PARTNERS("Partners, authorities and the directory", Role.EDITOR),
  PRESS("Press and research", Role.EDITOR),
  PRIVACY("Personal data and privacy", Role.ADMINISTRATOR),
  SECURITY("A weakness of this platform", Role.ADMINISTRATOR),
  SITE("A fault of this site, or something hard to use", Role.ADMINISTRATOR);

  private final String words;
  private final Role role;

  ContactTopic(String words, Role role) {
    this.words = words;
    this.role = role;
  }

  /** As people choose it. */
  public String words() {
    return words;
  }

  /** Who answers. */
  public Role role() {
    return role;
  }

  /** The topics that the reader answers. */
  public static Set<ContactTopic> of(Reader reader) {
    return Arrays.stream(values())
        .filter(topic -> reader.is(topic.role))
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /** The topic of a name; empty for null and for what is none. */
  public static Optional<ContactTopic> of(String name) {
    return Arrays.stream(values()).filter(topic -> topic.name().equals(name)).findFirst();
  }
}

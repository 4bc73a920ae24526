package org.csoalliance.publishing;

import java.util.Set;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.Shared;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.Tlp;

/** Who reads which section: the one sharing policy. A bulletin comes from nobody's company. */
public final class Readers {
  private Readers() {}

  /** The label of what is for this audience. */
  static Tlp label(Audience audience) {
    return switch (audience) {
      case PUBLIC -> Tlp.CLEAR;
      case MEMBERS -> Tlp.AMBER;
      case GROUPS -> Tlp.AMBER_STRICT;
    };
  }

  /** Whether the reader may read what is published for the audience. */
  static boolean mayRead(Reader reader, Audience audience, Set<Long> groups) {
    Set<Long> with = audience == Audience.GROUPS ? groups : Set.of();
    return SharingPolicy.mayRead(
        reader, new Shared(label(audience), true, null, null, Attribution.COMPANY_HIDDEN, with));
  }

  /** Somebody to look at a draft as. */
  public static Reader member(Set<Long> groups) {
    return new Reader(
        -1L,
        "A member",
        null,
        Set.of(Role.MEMBER),
        false,
        groups,
        org.csoalliance.platform.security.Agreement.NONE);
  }
}

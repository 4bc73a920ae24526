package org.csoalliance.platform.text;

import java.util.Collection;

/** An address of a page that nothing else has. */
public final class FreeSlug {
  private FreeSlug() {}

  /** The slug, or with the first number from 2 on that is free. */
  public static String of(String slug, Collection<String> taken) {
    String free = slug;
    for (int n = 2; taken.contains(free); n++) {
      free = slug + "-" + n;
    }
    return free;
  }
}

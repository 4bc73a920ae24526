package org.csoalliance.publishing;

import java.io.Serializable;
import org.csoalliance.platform.sharing.Tlp;

/**
 * A section as a page shows it.
 *
 * @param teaser HTML, sanitised; addresses of the platform begin with {@link Markdown#SITE}
 * @param text the rest, likewise; may be empty
 * @param words the beginning without marks, for short lists
 * @param label of what is said: TLP:CLEAR for everybody
 */
public record Part(
    String kicker,
    String title,
    String anchor,
    String teaser,
    String text,
    String words,
    Audience audience,
    Tlp label)
    implements Serializable {
  /** Whether it is not for everybody. */
  public boolean inner() {
    return audience != Audience.PUBLIC;
  }
}

package org.csoalliance.event.registration;

import java.util.List;
import org.csoalliance.platform.security.Reader;

/**
 * Somebody signed in sends a form.
 *
 * @param by who it is
 * @param colleagues numbers of accounts who come; null: the form names at most one person, else it
 *     is the caller
 * @param self whether the caller comes too, where there are colleagues
 * @param together whether they want seats all at once, else wait together
 */
public record Attempt(
    Reader by, Register wanted, List<Long> colleagues, boolean self, boolean together) {
  /** For one person, as the form names it. */
  static Attempt of(Reader by, Register wanted) {
    return new Attempt(by, wanted, null, true, false);
  }

  /** Whether one person comes. */
  boolean one() {
    return colleagues == null || colleagues.size() + (self ? 1 : 0) == 1;
  }

  /** Whether the caller is among those who come. */
  boolean caller() {
    return self && (wanted.mail() == null || wanted.mail().isBlank() || colleagues != null);
  }
}

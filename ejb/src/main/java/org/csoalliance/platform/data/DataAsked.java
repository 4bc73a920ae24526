package org.csoalliance.platform.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A person asked for everything that is held on them. Each feature observes this, in the
 * transaction of the question, and adds what it holds: never a secret, a hash or somebody else's
 * data.
 */
public final class DataAsked {
  private final long accountId;
  private final Map<String, List<Map<String, Object>>> sections = new LinkedHashMap<>();

  /** About the account. */
  public DataAsked(long accountId) {
    this.accountId = accountId;
  }

  /** Whose data. */
  public long accountId() {
    return accountId;
  }

  /**
   * Adds what is held.
   *
   * @param section a word for a file name, such as {@code incidents}
   * @param rows values by name in their order; a value is text, a number, true or false, or null
   */
  public void add(String section, List<Map<String, Object>> rows) {
    sections.put(section, rows);
  }

  /** What was added, by section. */
  public Map<String, List<Map<String, Object>>> sections() {
    return sections;
  }
}

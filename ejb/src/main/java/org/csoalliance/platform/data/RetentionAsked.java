package org.csoalliance.platform.data;

import java.util.ArrayList;
import java.util.List;

/** The rules of retention are wanted: each feature observes this and adds its own. */
public final class RetentionAsked {
  private final List<RetentionRule> rules = new ArrayList<>();

  /** Adds a rule. */
  public void add(RetentionRule rule) {
    rules.add(rule);
  }

  /** Every rule that was added, by what it is about. */
  public List<RetentionRule> rules() {
    return rules.stream().sorted(java.util.Comparator.comparing(RetentionRule::what)).toList();
  }
}

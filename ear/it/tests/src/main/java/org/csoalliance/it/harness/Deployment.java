package org.csoalliance.it.harness;

import java.util.Map;

/** The settings of the deployment under test, which a class sets and takes away again. */
public final class Deployment {
  private Deployment() {}

  /** Sets settings by their names; an empty value takes one away. */
  public static void set(Map<String, String> settings) {
    WebSession session = new WebSession(Site.base());
    settings.forEach(
        (name, value) -> {
          int status =
              session.post("/it/setting", Map.of("name", name, "value", value)).statusCode();
          if (status != 200) {
            throw new IllegalStateException("Setting " + name + " answered " + status);
          }
        });
  }

  /** Takes settings away. */
  public static void unset(Iterable<String> names) {
    names.forEach(name -> set(Map.of(name, "")));
  }
}

package org.csoalliance.platform.file;

import java.util.Collection;
import java.util.stream.Collectors;

/** What files tell beside what they show. The copy that others see holds none of it. */
public enum Trace {
  POSITION("GPS position"),
  CAMERA("camera"),
  AUTHOR("author"),
  TIME("time"),
  SOFTWARE("software"),
  PREVIEW("preview picture"),
  OTHER("other notes");

  private final String words;

  Trace(String words) {
    this.words = words;
  }

  /** Its name for people. */
  public String words() {
    return words;
  }

  /** Such as "GPS position, camera, author"; empty for none. */
  public static String words(Collection<Trace> traces) {
    return traces.stream().sorted().map(Trace::words).collect(Collectors.joining(", "));
  }
}

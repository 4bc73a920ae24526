package org.csoalliance.incident.firstresponse;

import java.io.Serializable;
import java.util.List;
import org.csoalliance.platform.text.Difference;

/**
 * What one version changed of the one before, as far as the reader may read both.
 *
 * @param parts only those that changed
 */
public record Changes(VersionLine version, List<Changed> parts) implements Serializable {
  /** Copies the parts. */
  public Changes {
    parts = List.copyOf(parts);
  }

  /** A part of the report that changed. */
  public record Changed(String label, List<Difference.Run> runs) implements Serializable {
    /** Copies the runs. */
    public Changed {
      runs = List.copyOf(runs);
    }
  }
}

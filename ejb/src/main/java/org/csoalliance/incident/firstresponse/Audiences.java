package org.csoalliance.incident.firstresponse;

import java.util.Arrays;
import java.util.List;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Shared;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.Tlp;

/**
 * Who reads which block: the one sharing policy, asked by the label of the block. A report comes
 * from the alliance and from nobody's company.
 */
final class Audiences {
  private Audiences() {}

  /** Whether the reader may read something of a published report under this label. */
  static boolean mayRead(Reader reader, Tlp label) {
    return SharingPolicy.mayRead(reader, new Shared(label, true, null, null));
  }

  /** The labels that this reader may read, for a query. */
  static List<String> readable(Reader reader) {
    return Arrays.stream(Tlp.values())
        .filter(label -> mayRead(reader, label))
        .map(Enum::name)
        .toList();
  }

  /** The content with the blocks that the reader may read. */
  static Content seenBy(Reader reader, Content content) {
    return content.with(
        content.blocks().stream().filter(block -> mayRead(reader, content.label(block))).toList());
  }
}

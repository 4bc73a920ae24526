package org.csoalliance.publishing;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.csoalliance.platform.text.Difference;

/**
 * What a published version changed in the one before, for editors.
 *
 * @param reviewer the second person
 */
public record VersionChange(
    int number, Instant at, String editor, String reviewer, String note, List<Changed> parts)
    implements Serializable {
  /** A field that is not what it was. */
  public record Changed(String label, List<Difference.Run> runs) implements Serializable {}

  /** The changes of versions that stand in falling order. */
  static List<VersionChange> of(List<BulletinSql.Row> versions) {
    List<VersionChange> changes = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      BulletinSql.Row now = versions.get(i);
      Map<String, String> before =
          i + 1 < versions.size() ? texts(versions.get(i + 1).content()) : Map.of();
      changes.add(
          new VersionChange(
              now.number(),
              now.at(),
              now.editor(),
              now.reviewer(),
              now.note(),
              i + 1 < versions.size() ? changed(before, texts(now.content())) : List.of()));
    }
    return changes;
  }

  private static List<Changed> changed(Map<String, String> before, Map<String, String> after) {
    Set<String> labels = new TreeSet<>(before.keySet());
    labels.addAll(after.keySet());
    List<Changed> changed = new ArrayList<>();
    for (String label : labels) {
      String old = before.getOrDefault(label, "");
      String now = after.getOrDefault(label, "");
      if (!old.equals(now)) {
        changed.add(new Changed(label, Difference.of(old, now)));
      }
    }
    return changed;
  }

  private static Map<String, String> texts(Content content) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("Title", content.title());
    texts.put("Date", String.valueOf(content.day()));
    texts.put("For", content.audience().words());
    texts.put("Introduction", content.introduction());
    for (int i = 0; i < content.sections().size(); i++) {
      Section section = content.sections().get(i);
      String label = "Section " + (i + 1);
      texts.put(label + ", title", (section.kicker() + " " + section.title()).strip());
      texts.put(label + ", for", section.audience().words());
      texts.put(label + ", beginning", section.teaser());
      texts.put(label + ", rest", section.text());
    }
    return texts;
  }
}

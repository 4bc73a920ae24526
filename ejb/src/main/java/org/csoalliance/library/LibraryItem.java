package org.csoalliance.library;

import java.util.List;
import org.csoalliance.platform.sharing.Tlp;

/**
 * An item of the library.
 *
 * @param group the name of the only group that reads it, null for none
 * @param files current ones; in lists the counts below say enough
 * @param languages of its current files
 * @param thumbnail the file whose picture stands for it, null for none
 * @param found where words inside a file were found: the name of the file, else null
 */
public record LibraryItem(
    long id,
    String slug,
    String title,
    String summary,
    String campaign,
    Tlp tlp,
    Long groupId,
    String group,
    boolean published,
    boolean withdrawn,
    List<String> languages,
    int fileCount,
    Long thumbnail,
    String found,
    List<LibraryFile> files) {

  /** The same with its files. */
  LibraryItem with(List<LibraryFile> all) {
    return new LibraryItem(
        id, slug, title, summary, campaign, tlp, groupId, group, published, withdrawn, languages,
        fileCount, thumbnail, found, all);
  }

  /** Those that stand now. */
  public List<LibraryFile> current() {
    return files.stream().filter(LibraryFile::current).toList();
  }

  /** Those that a newer version stands for. */
  public List<LibraryFile> earlier() {
    return files.stream().filter(file -> !file.current()).toList();
  }

  /** Bytes of the bundle for ships, before it is packed. */
  public long shipBytes() {
    return current().stream().filter(LibraryFile::ship).mapToLong(LibraryFile::size).sum();
  }

  /** Whether there is a bundle for ships. */
  public boolean bundled() {
    return shipBytes() > 0;
  }
}

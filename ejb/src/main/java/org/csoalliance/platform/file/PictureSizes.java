package org.csoalliance.platform.file;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.csoalliance.platform.error.InvalidException;

/** Pictures for pages: checked, painted anew, in a few widths. */
public final class PictureSizes {
  /** What is taken: an SVG can hold scripts, so it is not. */
  private static final Set<FileType> TAKEN = EnumSet.of(FileType.JPEG, FileType.PNG, FileType.WEBP);

  private PictureSizes() {}

  /**
   * The picture in the widths that are no wider than it is; at least in its own.
   *
   * @param widths in pixels, rising
   * @throws InvalidException with a sentence for {@code file} when it cannot be taken
   */
  public static List<PictureSize> of(byte[] content, int... widths) {
    FileType type =
        FileContent.check(
            content, TAKEN, "Send a JPEG, PNG or WebP picture. SVG and other files are not taken");
    CleanCopy copy =
        CleanCopy.of(content, type)
            .copy()
            .orElseThrow(() -> FileContent.refused("This picture cannot be painted anew"));
    List<PictureSize> sizes = new ArrayList<>();
    for (int width : widths) {
      if (width < copy.width()) {
        sizes.add(PictureCopy.ofWidth(copy, width));
      }
    }
    int most = widths[widths.length - 1];
    if (copy.width() <= most) {
      sizes.add(PictureCopy.ofWidth(copy, copy.width()));
    } else if (sizes.isEmpty() || sizes.get(sizes.size() - 1).width() < most) {
      sizes.add(PictureCopy.ofWidth(copy, most));
    }
    return sizes;
  }
}

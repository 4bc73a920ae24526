package org.csoalliance.platform.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.platform.error.InvalidException;

/**
 * The copy of a file that others see: what it shows, and nothing of what it tells beside. Of
 * pictures a new one is painted; of a PDF the metadata goes; of a text nothing is to go. Videos and
 * Office documents keep theirs in too many places: there is no copy of them.
 *
 * @param type of the copy
 * @param thumbnail a JPEG of 320 pixels at most, null when there is none
 * @param width in pixels, 0 when it is no picture
 * @param height in pixels, 0 when it is no picture
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CleanCopy(FileType type, byte[] content, byte[] thumbnail, int width, int height) {

  /**
   * What became of a file.
   *
   * @param copy empty when none can be made that surely tells nothing
   * @param found what the original tells beside what it shows, and the copy does not
   */
  public record Made(Optional<CleanCopy> copy, Set<Trace> found) {}

  /**
   * Makes the copy of a file that {@link FileContent#check} has taken.
   *
   * @throws InvalidException with a sentence for {@code file} when a picture cannot be painted
   */
  public static Made of(byte[] content, FileType type) {
    return switch (type) {
      case JPEG, PNG, WEBP -> PictureCopy.of(content, type);
      case PDF -> PdfCopy.of(content);
      case TEXT ->
          new Made(
              Optional.of(
                  new CleanCopy(type, TextContent.text(content).getBytes(UTF_8), null, 0, 0)),
              EnumSet.noneOf(Trace.class));
      case MP4, MOV -> new Made(Optional.empty(), Traces.in(content).traces());
      case DOCX, XLSX -> new Made(Optional.empty(), EnumSet.of(Trace.AUTHOR));
    };
  }
}

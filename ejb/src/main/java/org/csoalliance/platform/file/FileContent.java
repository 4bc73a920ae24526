package org.csoalliance.platform.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;
import java.util.Set;
import org.csoalliance.platform.error.InvalidException;

/**
 * Looks into an uploaded file. What it is, its content says, never its name; it is whole, does
 * nothing by itself, unpacks to a bearable size, carries no other file, and nothing hangs on behind
 * its end. Everything else is refused with a sentence for the field {@code file}.
 */
public final class FileContent {
  // written in two parts, so that this file is not itself taken for the test virus
  private static final byte[] EICAR =
      ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
          .getBytes(US_ASCII);

  private FileContent() {}

  /**
   * Finds what a file is and whether it can be taken. The size is the caller's to limit first.
   *
   * @param taken the types that are taken here
   * @param otherwise what to say of a file that is none of them
   * @throws InvalidException with a sentence for {@code file} when it cannot be taken
   */
  public static FileType check(byte[] content, Set<FileType> taken, String otherwise) {
    if (content.length == 0) {
      throw refused("The file is empty. Choose another one");
    }
    if (Bytes.find(content, EICAR, 0) >= 0) {
      throw refused("Virus scanners refuse this file. Send another one");
    }
    FileType type = type(content);
    if (type == null || !taken.contains(type)) {
      throw refused(hint(content, otherwise));
    }
    switch (type) {
      case PDF -> PdfContent.check(content);
      case JPEG, PNG, WEBP -> PictureContent.check(content, type);
      case MP4, MOV -> VideoContent.check(content);
      case DOCX, XLSX -> OfficeContent.check(content);
      case TEXT -> TextContent.check(content);
    }
    boolean archive = type == FileType.DOCX || type == FileType.XLSX;
    if (!archive && Bytes.holdsZip(content)) {
      throw refused(
          "There is an archive inside of this file. Print or save it anew, and send that");
    }
    return type;
  }

  /**
   * Refuses a file that was declared to be what it is not: a picture, a video or a document that is
   * none. What declares nothing of the kind is taken for what its content says; that covers plain
   * text, since libraries declare it unasked.
   *
   * @param found what {@link #check} found
   * @param declared the media type that came with it, such as {@code image/jpeg}; null: none
   * @throws InvalidException with a sentence for {@code file}
   */
  public static void agrees(FileType found, String declared) {
    String said = declared == null ? "" : declared.strip().toLowerCase(Locale.ROOT);
    String claim = null;
    if (said.startsWith("image/")) {
      claim = found.family() == FileType.Family.PICTURE ? null : "picture";
    } else if (said.startsWith("video/")) {
      claim = found.family() == FileType.Family.VIDEO ? null : "video";
    } else if (said.startsWith("application/pdf") || said.contains("officedocument")) {
      boolean document = found.family() == FileType.Family.DOCUMENT && found != FileType.TEXT;
      claim = document ? null : "document";
    }
    if (claim != null) {
      throw refused(
          "This file says that it is a "
              + claim
              + ", and it is none. Open it to see what it is, save it anew, and send that");
    }
  }

  /** A refusal at the field {@code file}. */
  public static InvalidException refused(String sentence) {
    return new InvalidException("file", sentence);
  }

  /** What the first bytes say, null when they say nothing that we know. */
  private static FileType type(byte[] content) {
    if (Bytes.startsWith(content, "%PDF-".getBytes(US_ASCII))) {
      return FileType.PDF;
    }
    FileType picture = PictureContent.type(content);
    if (picture != null) {
      return picture;
    }
    FileType video = VideoContent.type(content);
    if (video != null) {
      return video;
    }
    if (OfficeContent.isZip(content)) {
      return OfficeContent.type(content);
    }
    return TextContent.isText(content) ? FileType.TEXT : null;
  }

  private static String hint(byte[] content, String otherwise) {
    if (VideoContent.isHeic(content)) {
      return "This is a HEIC picture, which many readers cannot open. Save it as JPEG, and send"
          + " that";
    }
    return otherwise;
  }
}

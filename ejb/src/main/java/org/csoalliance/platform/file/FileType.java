package org.csoalliance.platform.file;

import java.util.EnumSet;
import java.util.Set;

/** What a file is, told by its content and never by its name. */
public enum FileType {
  JPEG("image/jpeg", "jpg", Family.PICTURE, "JPEG picture"),
  PNG("image/png", "png", Family.PICTURE, "PNG picture"),
  WEBP("image/webp", "webp", Family.PICTURE, "WebP picture"),
  PDF("application/pdf", "pdf", Family.DOCUMENT, "PDF"),
  MP4("video/mp4", "mp4", Family.VIDEO, "MP4 video"),
  MOV("video/quicktime", "mov", Family.VIDEO, "QuickTime video"),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "docx",
      Family.DOCUMENT,
      "Word document"),
  XLSX(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "xlsx",
      Family.DOCUMENT,
      "Excel workbook"),
  TEXT("text/plain", "txt", Family.DOCUMENT, "Plain text");

  /** What people call it. */
  public enum Family {
    PICTURE,
    VIDEO,
    DOCUMENT
  }

  /** Every type there is. */
  public static final Set<FileType> ALL = EnumSet.allOf(FileType.class);

  private final String mediaType;
  private final String extension;
  private final Family family;
  private final String words;

  FileType(String mediaType, String extension, Family family, String words) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.family = family;
    this.words = words;
  }

  /** Its media type, such as {@code image/jpeg}. */
  public String mediaType() {
    return mediaType;
  }

  /** How the names of such files end, without the dot. */
  public String extension() {
    return extension;
  }

  /** A picture, a video or a document. */
  public Family family() {
    return family;
  }

  /** Its name for people. */
  public String words() {
    return words;
  }
}

package org.csoalliance.web.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file sent as the body, or as the first file of a form (RFC 7578). Read by hand, because the
 * servers' own support for forms has to be switched on in ways that differ.
 *
 * @param name as the sender calls it, null when it does not say
 * @param content the bytes
 */
record UploadedFile(String name, byte[] content) {
  /** Room for what stands round a file in a form. */
  private static final int ROUND_IT = 64 * 1024;

  private static final Pattern FILE_NAME =
      Pattern.compile("filename=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))");

  /**
   * Reads it.
   *
   * @param most the most bytes that a file may have
   * @throws ProblemException 413 when it is larger, 400 when a form holds no file
   */
  static UploadedFile read(HttpHeaders headers, InputStream body, int most) throws IOException {
    MediaType type = headers.getMediaType();
    boolean form = MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type);
    int limit = form ? most + ROUND_IT : most;
    if (headers.getLength() > limit) {
      throw tooLarge(most);
    }
    byte[] bytes = body.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw tooLarge(most);
    }
    if (!form) {
      return new UploadedFile(null, bytes);
    }
    UploadedFile file = ofForm(bytes, type.getParameters().get("boundary"));
    if (file.content().length > most) {
      throw tooLarge(most);
    }
    return file;
  }

  /** The first part that has a file name. */
  static UploadedFile ofForm(byte[] form, String boundary) {
    if (boundary == null || boundary.isEmpty() || boundary.length() > 200) {
      throw Problem.of(400, "The form does not name its boundary.").thrown();
    }
    byte[] line = ("\r\n--" + boundary).getBytes(ISO_8859_1);
    byte[] opening = ("--" + boundary).getBytes(ISO_8859_1);
    byte[] blank = "\r\n\r\n".getBytes(ISO_8859_1);
    int at = startsWith(form, opening) ? opening.length : after(form, line, 0);
    while (at >= 0) {
      int content = after(form, blank, at);
      int next = content < 0 ? -1 : after(form, line, content - 2);
      if (next < 0) {
        break;
      }
      String headers = new String(form, at, content - at, UTF_8);
      Matcher name = FILE_NAME.matcher(headers);
      if (headers.toLowerCase(Locale.ROOT).contains("content-disposition:") && name.find()) {
        int end = Math.max(content, next - line.length);
        return new UploadedFile(
            name.group(1) == null ? name.group(2) : name.group(1).replaceAll("\\\\(.)", "$1"),
            Arrays.copyOfRange(form, content, end));
      }
      at = next;
    }
    throw Problem.of(400, "The form holds no file, or it is cut off.").thrown();
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  /** The place after the next occurrence; -1 when there is none. */
  private static int after(byte[] bytes, byte[] wanted, int from) {
    for (int i = from; i <= bytes.length - wanted.length; i++) {
      if (bytes[i] == wanted[0]
          && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i + wanted.length;
      }
    }
    return -1;
  }

  private static ProblemException tooLarge(int most) {
    return Problem.of(413, "A file may be " + most / (1024 * 1024) + " MB at most.").thrown();
  }
}

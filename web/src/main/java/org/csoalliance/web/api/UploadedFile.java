package org.csoalliance.web.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file sent as the body, or as the first file of a form (RFC 7578). Read by hand, because the
 * servers' own support for forms has to be switched on in ways that differ.
 *
 * @param name as the sender calls it, null when it does not say
 * @param mediaType what the sender says it is, null when it does not say
 * @param content the bytes
 * @param fields what else the form says, by name; empty for a plain body
 */
record UploadedFile(String name, String mediaType, byte[] content, Map<String, String> fields) {
  private static final int MOST_TEXT = 10_000;
  private static final Pattern FIELD_NAME = Pattern.compile("[; ]name=\"([^\"]{1,60})\"");

  /** Room for what stands round a file in a form. */
  private static final int ROUND_IT = 64 * 1024;

  private static final Pattern MEDIA_TYPE =
      Pattern.compile("(?im)^content-type:([^\\r\\n]{1,200})");

  private static final Pattern FILE_NAME =
      Pattern.compile("filename=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))");

  /**
   * Reads it.
   *
   * @param most the most bytes that a file may have
   * @throws ProblemException 413 when it is larger, 400 when a form holds no file
   */
  static UploadedFile read(HttpHeaders headers, InputStream body, int most) throws IOException {
    return read(headers, body, most, "A file may be " + most / (1024 * 1024) + " MB at most.");
  }

  /** Reads it, and says of a larger one what is told. */
  static UploadedFile read(HttpHeaders headers, InputStream body, int most, String larger)
      throws IOException {
    MediaType type = headers.getMediaType();
    boolean form =
        type != null && type.getType().equals("multipart") && type.getSubtype().equals("form-data");
    int limit = form ? most + ROUND_IT : most;
    if (headers.getLength() > limit) {
      throw Problem.of(413, larger).thrown();
    }
    byte[] bytes = body.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw Problem.of(413, larger).thrown();
    }
    if (!form) {
      return new UploadedFile(null, type == null ? null : type.toString(), bytes, Map.of());
    }
    UploadedFile file = ofForm(bytes, type.getParameters().get("boundary"));
    if (file.content().length > most) {
      throw Problem.of(413, larger).thrown();
    }
    return file;
  }

  /** The first part that has a file name, with the texts of those that have none. */
  static UploadedFile ofForm(byte[] form, String boundary) {
    if (boundary == null || boundary.isEmpty() || boundary.length() > 200) {
      throw Problem.of(400, "The form does not name its boundary.").thrown();
    }
    byte[] line = ("\r\n--" + boundary).getBytes(ISO_8859_1);
    byte[] opening = ("--" + boundary).getBytes(ISO_8859_1);
    byte[] blank = "\r\n\r\n".getBytes(ISO_8859_1);
    int at = startsWith(form, opening) ? opening.length : after(form, line, 0);
    Map<String, String> fields = new LinkedHashMap<>();
    UploadedFile file = null;
    while (at >= 0) {
      int content = after(form, blank, at);
      int next = content < 0 ? -1 : after(form, line, content - 2);
      if (next < 0) {
        break;
      }
      String headers = new String(form, at, content - at, UTF_8);
      int end = Math.max(content, next - line.length);
      Matcher name = FILE_NAME.matcher(headers);
      Matcher field = FIELD_NAME.matcher(headers);
      if (headers.toLowerCase(Locale.ROOT).contains("content-disposition:")) {
        if (name.find()) {
          file =
              file == null
                  ? file(name, headers, Arrays.copyOfRange(form, content, end), fields)
                  : file;
        } else if (field.find() && end - content <= MOST_TEXT) {
          fields.put(field.group(1), new String(form, content, end - content, UTF_8));
        }
      }
      at = next;
    }
    if (file == null) {
      throw Problem.of(400, "The form holds no file, or it is cut off.").thrown();
    }
    return file;
  }

  private static UploadedFile file(
      Matcher name, String headers, byte[] content, Map<String, String> fields) {
    Matcher type = MEDIA_TYPE.matcher(headers);
    return new UploadedFile(
        name.group(1) == null ? name.group(2) : name.group(1).replaceAll("\\\\(.)", "$1"),
        type.find() ? type.group(1).strip() : null,
        content,
        fields);
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
}

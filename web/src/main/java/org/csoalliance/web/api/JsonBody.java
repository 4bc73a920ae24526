package org.csoalliance.web.api;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads the body of a request as one JSON object in UTF-8. */
final class JsonBody {
  /** The most that is read. */
  static final int MOST_BYTES = 1024 * 1024;

  private static final JsonReaderFactory FACTORY =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  // a parser made without a factory has the server look for one in every archive, at each request
  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private JsonBody() {}

  /**
   * The object.
   *
   * @throws ProblemException 400 when it cannot be read, 413 when it is too large, 415 when it says
   *     that it is something else
   */
  static JsonObject read(HttpHeaders headers, InputStream body) throws IOException {
    MediaType type = headers.getMediaType();
    String charset =
        type == null
            ? null
            : type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
    if (charset == null || !charset.replace("\"", "").equalsIgnoreCase("utf-8")) {
      throw Problem.of(415, "Send JSON in UTF-8, as Content-Type: application/json.").thrown();
    }
    if (headers.getLength() > MOST_BYTES) {
      throw tooLarge();
    }
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw tooLarge();
    }
    return parse(bytes);
  }

  /** Reads one object. */
  static JsonObject parse(byte[] bytes) {
    if (bytes.length == 0) {
      throw Problem.of(400, "The body is empty. Send one JSON object.").thrown();
    }
    String text = utf8(bytes);
    try (JsonReader reader = FACTORY.createReader(new StringReader(text))) {
      JsonStructure read = reader.read();
      if (read instanceof JsonObject object && endsThere(text)) {
        return object;
      }
    } catch (RuntimeException broken) {
      // the parser tells of depth, duplicate names and bad numbers by exceptions of many kinds
      throw Problem.of(400, "The body is not JSON that can be read, or it is cut off.").thrown();
    }
    throw Problem.of(400, "The body must be one JSON object.").thrown();
  }

  /** The reader stops after the first value; the parser tells of what stands behind it. */
  private static boolean endsThere(String text) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      parser.next();
      parser.skipObject();
      return !parser.hasNext();
    }
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException other) {
      throw Problem.of(400, "The body is not written in UTF-8.").thrown();
    }
  }

  private static ProblemException tooLarge() {
    return Problem.of(413, "A body may be 1 MB at most.").thrown();
  }
}

package org.csoalliance.web.shared;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {
  private static final byte[] RED = "a{color:red}".repeat(50).getBytes(StandardCharsets.UTF_8);
  private final Assets assets = new Assets("/alliance", Map.of("css/tokens.css", RED));

  @Test
  void addressHoldsContextAndVersion() {
    assertEquals(
        "/alliance/assets/" + assets.version() + "/css/tokens.css", assets.url("css/tokens.css"));
  }

  @Test
  void versionChangesWithContentAloneAndIsStable() {
    assertEquals(
        assets.version(), new Assets("/x", Map.of("css/tokens.css", RED.clone())).version());
    assertNotEquals(
        assets.version(), new Assets("/x", Map.of("css/tokens.css", new byte[1])).version());
  }

  @Test
  void compressesOnceAndLosesNothing() throws IOException {
    Assets.Asset asset = assets.find("css/tokens.css").orElseThrow();
    assertTrue(asset.gzip().length < RED.length);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(asset.gzip()))) {
      assertArrayEquals(RED, in.readAllBytes());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../web.xml", "css/../css/tokens.css", "/css/tokens.css", "css/"})
  void nothingElseCanBeReached(String name) {
    assertTrue(assets.find(name).isEmpty());
  }

  @Test
  void aPageThatNamesAMissingFileIsTold() {
    assertThrows(IllegalArgumentException.class, () -> assets.url("css/nosuch.css"));
  }

  @Test
  void bundlesTheDesign() {
    Assets whole =
        new Assets("", Map.of("css/tokens.css", RED, "css/app.css", RED, "css/fonts.css", RED));
    assertEquals(2 * RED.length, whole.find("css/light.css").orElseThrow().plain().length);
    assertEquals(3 * RED.length, whole.find("css/site.css").orElseThrow().plain().length);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "null, false",
        "'', false",
        "'gzip, deflate, br', true",
        "'br, gzip;q=0.5', true",
        "'gzip;q=0', false",
        "'gzip; q=0.0', false",
        "identity, false"
      })
  void readsAcceptEncoding(String header, boolean accepted) {
    assertEquals(accepted, AssetsServlet.acceptsGzip(header));
  }

  @Test
  void readsIfNoneMatch() {
    assertTrue(AssetsServlet.matches("\"a\", W/\"b\"", "\"b\""));
    assertTrue(AssetsServlet.matches("*", "\"b\""));
    assertFalse(AssetsServlet.matches("\"a\"", "\"b\""));
    assertFalse(AssetsServlet.matches(null, "\"b\""));
  }

  @Test
  void styleSheetsKeepToTheirBytes() throws IOException {
    Path css = Path.of("src/main/webapp/WEB-INF/assets/css");
    long bytes = Files.size(css.resolve("tokens.css")) + Files.size(css.resolve("app.css"));
    assertTrue(bytes < 25_000, "tokens.css and app.css hold " + bytes + " bytes");
  }
}

package org.csoalliance.web.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.csoalliance.platform.geo.Position;
import org.junit.jupiter.api.Test;

class CoastLineTest {
  private static CoastLine square() throws IOException {
    String json =
        "{\"type\":\"MultiPolygon\",\"coordinates\":"
            + "[[[[0,0],[10,0],[10,10],[0,10],[0,0]]],[[[178,-5],[185,-5],[185,5],[178,-5]]]]}";
    return CoastLine.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void landIsCutAtTheWindow() throws IOException {
    String path = square().path(new CoastLine.Window(5, 5, 15, 15), 100, 100);
    assertTrue(path.contains("0.0 100.0"), path);
    assertTrue(path.contains("50.0 50.0"), path);
    assertFalse(path.contains("-"), path);
  }

  @Test
  void theOpenSeaHasNoLand() throws IOException {
    assertEquals("", square().path(new CoastLine.Window(20, 20, 30, 30), 100, 100));
  }

  @Test
  void landBeyondTheAntimeridianIsFoundFromBothSides() throws IOException {
    assertFalse(square().path(new CoastLine.Window(-179, -4, -176, 4), 100, 100).isEmpty());
    assertFalse(square().path(new CoastLine.Window(179, -4, 182, 4), 100, 100).isEmpty());
  }

  @Test
  void theWorldsCoastShowsSingaporeAndNotTheMiddleOfTheAtlantic() throws IOException {
    try (InputStream json =
        Files.newInputStream(Path.of("src/main/webapp/WEB-INF/assets/data/land-50m.json"))) {
      CoastLine world = CoastLine.read(json);
      Position strait = new Position(1.23, 104.05);
      assertFalse(world.path(PositionChart.window(strait, 1.5), 500, 400).isEmpty());
      Position ocean = new Position(28, -45);
      assertEquals("", world.path(PositionChart.window(ocean, 1.5), 500, 400));
    }
  }
}

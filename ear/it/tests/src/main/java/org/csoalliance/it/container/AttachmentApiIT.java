package org.csoalliance.it.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import javax.imageio.ImageIO;
import org.csoalliance.it.harness.Api;
import org.csoalliance.it.harness.Json;
import org.csoalliance.it.harness.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Groups of a report and files of an incident through the interface. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AttachmentApiIT {
  private final Api member = Api.as(Site.base(), "member");
  private final Api cruise = Api.as(Site.base(), "cruise");

  private static String report(String label, String more) {
    return "{\"kind\":\"ROBBERY\",\"occurred_at\":\"2026-11-16T04:15:00Z\",\"area\":\"Attachment"
        + " roads\",\"text\":\"Made by the test of files, number "
        + System.nanoTime()
        + "\",\"tlp\":\"TLP:"
        + label
        + "\""
        + more
        + "}";
  }

  private String reported(String label, String more) {
    HttpResponse<String> made = member.post("incidents", report(label, more));
    assertEquals(201, made.statusCode(), made.body());
    return Json.read(made.body()).get("reference").asText();
  }

  /** Different in each test, since the same file is taken once. */
  private static byte[] picture() throws IOException {
    BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 64; x++) {
      picture.setRGB(x, x % 48, new Color((int) (System.nanoTime() & 0xFFFFFF)).getRGB());
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", png);
    return png.toByteArray();
  }

  private static byte[] form(byte[] file) throws IOException {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.write(
        ("--xx\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\nThe deck\r\n--xx\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"deck.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n")
            .getBytes(ISO_8859_1));
    form.write(file);
    form.write("\r\n--xx--\r\n".getBytes(ISO_8859_1));
    return form.toByteArray();
  }

  @Test
  void aFileIsTakenListedAndHandedOut() throws IOException {
    String files = "incidents/" + reported("AMBER", "") + "/attachments";
    HttpResponse<String> added =
        member.post(files, "multipart/form-data; boundary=xx", form(picture()));
    assertEquals(201, added.statusCode(), added.body());
    HttpResponse<String> raw =
        member.post(
            files + "?name=log.txt&description=The%20log",
            "application/octet-stream",
            "23:10 boat seen\r\n".getBytes(ISO_8859_1));
    assertEquals(201, raw.statusCode(), raw.body());
    JsonNode items = Json.read(cruise.get(files).body()).get("items");
    assertEquals(2, items.size(), items.toString());
    assertEquals("deck.png", items.get(0).get("name").asText());
    assertEquals("The deck", items.get(0).get("description").asText());
    assertFalse(items.get(0).has("added_by"), "another company does not learn who");
    String content = items.get(0).get("links").get("content").asText();
    HttpResponse<String> copy = cruise.get(content.replaceFirst("^.*/api/v1/", ""));
    assertEquals(200, copy.statusCode());
    assertEquals("nosniff", copy.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertTrue(
        copy.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment"));
    assertEquals(
        400, member.post(files, "image/png", picture()).statusCode(), "a picture wants words");
    assertEquals(
        400,
        member
            .post(files + "?description=x", "image/jpeg", "GIF89a nothing".getBytes(ISO_8859_1))
            .statusCode(),
        "what it is, its content says");
    assertEquals(
        413, member.post(files, "video/mp4", new byte[70_000_000]).statusCode(), "too large");
    assertEquals(
        400,
        member.post(files + "?description=x&answer=1", "image/png", picture()).statusCode(),
        "no answer of this company");
  }

  @Test
  void anotherMembersIncidentHasNoFiles() throws IOException {
    String red = reported("RED", "");
    String files = "incidents/" + red + "/attachments";
    assertEquals(
        201, member.post(files + "?description=Deck", "image/png", picture()).statusCode());
    String id = Json.read(member.get(files).body()).get("items").get(0).get("id").asText();
    assertEquals(404, cruise.get(files).statusCode());
    assertEquals(404, cruise.get(files + "/" + id).statusCode());
    assertEquals(
        404, cruise.post(files + "?description=Deck", "image/png", picture()).statusCode());
    assertEquals(
        cruise.get("incidents/CSOA-1990-99999/attachments").body().replaceAll("CSOA-[0-9-]+", ""),
        cruise.get(files).body().replaceAll("CSOA-[0-9-]+", ""),
        "as if it did not exist");
    Api visitor = Api.visitor(Site.base());
    assertEquals(
        401, visitor.post(files + "?description=Deck", "image/png", picture()).statusCode());
  }

  @Test
  void groupsOfAReportAreThoseOfTheCaller() {
    String reference = reported("AMBER_STRICT".replace("_", "+"), ",\"groups\":[\"port-crime\"]");
    assertEquals(
        "port-crime",
        Site.query(
            "select g.slug from incident_group s join member_group g on g.id = s.group_id"
                + " join incident i on i.id = s.incident_id where i.reference = '"
                + reference
                + "'"));
    for (String wrong : new String[] {"[\"cruise\"]", "[\"no-such-group\"]", "\"port-crime\""}) {
      HttpResponse<String> refused =
          member.post("incidents", report("AMBER", ",\"groups\":" + wrong));
      assertEquals(400, refused.statusCode(), refused.body());
      assertTrue(refused.body().contains("groups"), refused.body());
    }
  }
}

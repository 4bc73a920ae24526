package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A photo comes onto an incident from a phone without scripts, and is seen by those who may. */
class FilesE2E {
  private static final String REFERENCE = "CSOA-1997-00001";

  @BeforeAll
  static void anIncident() {
    Stage.base();
    clean();
    Site.sql(
        """
        insert into incident (reference, kind, status, occurred_at, occurred_precision, latitude,
                              longitude, area, tlp, title, text, source, reporter_id, company_id,
                              created_at, updated_at)
        select '%s', 'ROBBERY', 'REPORTED', now() - interval '9 hours', 'HOUR', 9.4, -13.7,
               'Water of the files', 'AMBER', 'Boarded at the anchorage of the files',
               'Men with knives came over the stern.', 'MEMBER', a.id, a.company_id, now(), now()
        from account a where a.email_key = 'member@demo.example'"""
            .formatted(REFERENCE));
  }

  @AfterAll
  static void clean() {
    Site.sql("delete from incident where area = 'Water of the files'");
  }

  private static byte[] photo(String format) {
    BufferedImage picture = new BufferedImage(640, 420, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(new Color(0x7f, 0xa6, 0xb8));
    pen.fillRect(0, 0, 640, 260);
    pen.setColor(new Color(0x1d, 0x3f, 0x52));
    pen.fillRect(0, 260, 640, 160);
    pen.setColor(new Color(0xb0, 0x3a, 0x2e));
    pen.fillRect(180, 200, 300, 70);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, out);
    } catch (IOException memory) {
      throw new IllegalStateException(memory);
    }
    return out.toByteArray();
  }

  private static void send(Page page, String name, byte[] content, String words) {
    page.navigate("/incidents/" + REFERENCE + "/files");
    page.locator("#file").setInputFiles(new FilePayload(name, "image/jpeg", content));
    page.locator("#description").fill(words);
    page.locator("#add").click();
  }

  @Test
  void aPhotoFromAPhoneIsSeenByThoseWhoMayAndByNobodyElse() {
    String photo;
    try (BrowserContext phone = Stage.phoneWithoutScript()) {
      Page page = Stage.signIn(phone, "member");
      page.navigate("/incidents/" + REFERENCE);
      page.locator("a[href$='/files']").click();
      send(page, "page.svg", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), "A deck");
      String said = page.locator(".field .err").first().textContent();
      assertTrue(said.contains("a drawing"), said);
      assertEquals("A deck", page.locator("#description").inputValue(), "what was typed stays");
      send(page, "IMG 0042.jpg", photo("jpg"), "");
      assertTrue(page.locator(".field .err").first().textContent().contains("what the picture"));
      send(page, "../IMG 0042.exe", photo("jpg"), "Rope cut at the stern");
      page.locator("ul.files img").waitFor();
      assertEquals("Rope cut at the stern", page.locator("ul.files img").getAttribute("alt"));
      assertTrue(page.locator("ul.files").textContent().contains("IMG 0042.jpg"));
      Shots.take(page, "files-360");
      page.navigate("/incidents/" + REFERENCE);
      photo = page.locator("ul.files a.shot").getAttribute("href");
      assertTrue(page.locator("ul.files .hash code").first().textContent().matches("[0-9a-f]{64}"));
      APIResponse small = page.request().get(photo.replace("/copy", "/small"));
      assertEquals("image/jpeg", small.headers().get("content-type"));
      APIResponse copy = page.request().get(photo);
      assertTrue(
          copy.headers().get("content-disposition").contains("filename*=UTF-8''IMG%200042.jpg"));
      assertEquals("nosniff", copy.headers().get("x-content-type-options"));
      assertEquals("no-store", copy.headers().get("cache-control"));
      assertTrue(copy.headers().get("content-security-policy").startsWith("sandbox"));
      assertEquals(404, page.request().get(photo.replace("/copy", "/original")).status());
    }
    try (BrowserContext desk = Stage.desk()) {
      Page page = desk.newPage();
      page.navigate("/");
      APIResponse strange = page.request().get(photo);
      APIResponse none = page.request().get(photo.replaceFirst("/files/\\d+/", "/files/999999/"));
      assertEquals(404, strange.status());
      assertEquals(none.status(), strange.status());
      assertFalse(strange.text().contains("IMG"));
    }
    try (BrowserContext desk = Stage.desk()) {
      Page page = Stage.signIn(desk, "editor");
      page.navigate("/incidents/" + REFERENCE);
      Accessibility.check(page, "an incident with a photo");
      Shots.take(page, "incident-files-1440");
      assertEquals(200, page.request().get(photo.replace("/copy", "/original")).status());
      page.navigate("/incidents/" + REFERENCE + "/files");
      Accessibility.check(page, "the files of an incident");
      page.locator("#reason").fill("It shows a face.");
      page.locator("button[name=remove]").first().click();
      page.locator("text=The file is removed").waitFor();
      assertEquals(404, page.request().get(photo).status());
    }
  }

  @Test
  void anUploadOfTwoHundredMegabytesIsAnsweredKindlyBeforeItArrives() throws Exception {
    // announced, and never sent: the answer comes before the content
    try (BrowserContext desk = Stage.desk()) {
      Page page = Stage.signIn(desk, "member");
      String cookie =
          desk.cookies().stream()
              .filter(one -> one.name.equals("alliance"))
              .map(one -> "alliance=" + one.value)
              .findFirst()
              .orElseThrow();
      try (java.net.Socket socket =
          new java.net.Socket(Stage.base().getHost(), Stage.base().getPort())) {
        socket.setSoTimeout(20_000);
        String origin = Stage.base().getScheme() + "://" + Stage.base().getAuthority();
        socket
            .getOutputStream()
            .write(
                ("POST /incidents/"
                        + REFERENCE
                        + "/files HTTP/1.1\r\nHost: "
                        + Stage.base().getAuthority()
                        + "\r\nOrigin: "
                        + origin
                        + "\r\nCookie: "
                        + cookie
                        + "\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                        + "Content-Length: 209715200\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        byte[] start = new byte[4096];
        int n = socket.getInputStream().read(start);
        String answer = new String(start, 0, Math.max(0, n), StandardCharsets.US_ASCII);
        assertTrue(answer.startsWith("HTTP/1.1 303"), answer);
        assertTrue(answer.contains("/files?large=1"), answer);
      }
      page.navigate("/incidents/" + REFERENCE + "/files?large=1");
      assertTrue(page.locator(".field .err").first().textContent().contains("too large"));
    }
  }
}

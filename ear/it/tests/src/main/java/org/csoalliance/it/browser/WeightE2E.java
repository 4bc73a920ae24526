package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.concurrent.atomic.AtomicLong;
import org.csoalliance.it.harness.Stage;
import org.junit.jupiter.api.Test;

/** What a first and a repeated view cost over a satellite link: bytes on the wire and requests. */
class WeightE2E {
  private static final long FIRST = 100 * 1024;
  private static final long AGAIN = 15 * 1024;
  private static final int REQUESTS = 8;

  private record Cost(long bytes, long requests) {}

  @Test
  void theHomePage() {
    weigh(null, "/");
  }

  @Test
  void signIn() {
    weigh(null, "/sign-in");
  }

  @Test
  void theListWithoutMap() {
    weigh(null, "/incidents?map=off");
    weigh("member", "/incidents?map=off");
  }

  @Test
  void theNews() {
    weigh(null, "/news");
    weigh(null, "/news/bulletin-december-2016");
  }

  @Test
  void theReport() {
    weigh("member", "/report");
  }

  private static void weigh(String who, String path) {
    try (BrowserContext window = Stage.desk()) {
      if (who != null) {
        Page signIn = Stage.signIn(window, who);
        signIn.close();
      }
      Page page = window.newPage();
      CDPSession wire = window.newCDPSession(page);
      wire.send("Network.enable");
      JsonObject clear = new JsonObject();
      wire.send("Network.clearBrowserCache", clear);
      Cost first = view(page, wire, path);
      Cost again = view(page, wire, path);
      System.out.printf(
          "%-24s first view %d bytes, %d requests; again %d bytes, %d requests%n",
          path, first.bytes(), first.requests(), again.bytes(), again.requests());
      assertTrue(first.bytes() <= FIRST, path + ": first view " + first);
      assertTrue(first.requests() <= REQUESTS, path + ": first view " + first);
      assertTrue(again.bytes() <= AGAIN, path + ": repeated view " + again);
    }
  }

  private static Cost view(Page page, CDPSession wire, String path) {
    AtomicLong bytes = new AtomicLong();
    AtomicLong requests = new AtomicLong();
    java.util.function.Consumer<JsonObject> finished =
        event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong());
    java.util.function.Consumer<JsonObject> sent =
        event -> {
          if (!event
              .get("request")
              .getAsJsonObject()
              .get("url")
              .getAsString()
              .startsWith("data:")) {
            requests.incrementAndGet();
          }
        };
    wire.on("Network.loadingFinished", finished);
    wire.on("Network.requestWillBeSent", sent);
    page.navigate(path);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    wire.off("Network.loadingFinished", finished);
    wire.off("Network.requestWillBeSent", sent);
    return new Cost(bytes.get(), requests.get());
  }
}

package org.csoalliance.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.csoalliance.event.door.DoorList;
import org.csoalliance.event.door.DoorService;
import org.csoalliance.event.door.ScanAnswer;
import org.csoalliance.platform.security.CallerContext;

/**
 * What the page of the door asks by the session of whoever is signed in, which the interface does
 * not take for changes: {@code GET /organiser/door-data/{slug}} is the list with the key of the
 * device, {@code POST …/{slug}/scans} takes scans, {@code POST …/{slug}/undo/{id}} takes one back.
 */
@WebServlet("/organiser/door-data/*")
public class DoorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @EJB private transient DoorService door;
  @Inject private transient CallerContext caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String[] path = path(request);
    if (path.length != 1) {
      Problem.of(404, "There is nothing at this address.").write(response);
      return;
    }
    guarded(
        response,
        () -> {
          DoorList list = door.list(path[0]);
          return JsonText.bytes(json -> CheckInJson.list(json, list, true));
        });
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String[] path = path(request);
    if (path.length == 2 && path[1].equals("scans")) {
      byte[] body = request.getInputStream().readNBytes(JsonBody.MOST_BYTES);
      guarded(
          response,
          () -> {
            CheckInJson.Sent sent = CheckInJson.read(JsonBody.parse(body), null);
            List<ScanAnswer> answers = door.checkIn(path[0], sent.scans());
            return JsonText.bytes(json -> CheckInJson.answers(json, answers));
          });
    } else if (path.length == 3 && path[1].equals("undo") && path[2].matches("[0-9a-f-]{36}")) {
      guarded(
          response,
          () -> {
            door.undo(path[0], UUID.fromString(path[2]));
            return JsonText.bytes(json -> json.writeStartObject().writeEnd());
          });
    } else {
      Problem.of(404, "There is nothing at this address.").write(response);
    }
  }

  /** What is asked of the service. */
  private interface Asked {
    byte[] answer();
  }

  private void guarded(HttpServletResponse response, Asked asked) throws IOException {
    byte[] body;
    try {
      body = asked.answer();
    } catch (RuntimeException refused) {
      Problem problem = Problems.of(refused, caller.reader().signedIn());
      if (problem == null) {
        throw refused;
      }
      problem.write(response);
      return;
    }
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String[] path(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null ? new String[0] : path.substring(1).split("/", -1);
  }
}

package org.csoalliance.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.csoalliance.it.harness.Api;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.WebSession;
import org.csoalliance.run.ProjectFiles;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every cell of rights.tsv on the running server: each page and each endpoint, asked for by each
 * role. What stands for a part in braces does not exist, so that "not found" is what those get who
 * may ask.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RightsMatrixIT {
  private static final String VISITOR = "VISITOR";

  /** A demonstration sign-in for each role; each holds that role alone. */
  private static final Map<String, String> PEOPLE = new LinkedHashMap<>();

  static {
    PEOPLE.put("APPLICANT", "applicant");
    PEOPLE.put("MEMBER", "member");
    PEOPLE.put("PARTNER", "partner");
    PEOPLE.put("EDITOR", "editor");
    PEOPLE.put("VETTING_OFFICER", "vetting");
    PEOPLE.put("ORGANISER", "organiser");
    PEOPLE.put("AUTHORITY", "authority");
    PEOPLE.put("PMSC", "pmsc");
    PEOPLE.put("AUDITOR", "auditor");
    PEOPLE.put("ADMINISTRATOR", "administrator");
  }

  @Test
  void everyPageOpensForItsRolesAlone() throws IOException {
    Map<String, WebSession> sessions = new LinkedHashMap<>();
    sessions.put(VISITOR, new WebSession(Site.base()));
    PEOPLE.forEach((role, who) -> sessions.put(role, WebSession.signedIn(Site.base(), who)));
    List<String> wrong = new ArrayList<>();
    rows("page GET ")
        .forEach(
            (path, roles) ->
                sessions.forEach(
                    (role, session) -> {
                      HttpResponse<String> answer = session.get(sample(path));
                      check(wrong, "GET " + path, role, may(roles, role), answer, path);
                    }));
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyEndpointAnswersItsRolesAlone() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String method : Set.of("GET", "POST")) {
      rows("api " + method + " ")
          .forEach(
              (path, roles) -> {
                List<String> asking = new ArrayList<>(PEOPLE.keySet());
                asking.add(VISITOR);
                for (String role : asking) {
                  Api api =
                      role.equals(VISITOR)
                          ? Api.visitor(Site.base())
                          : Api.as(Site.base(), PEOPLE.get(role));
                  String address = sample(path).substring(1);
                  HttpResponse<String> answer =
                      method.equals("GET") ? api.get(address) : api.post(address, "{}");
                  check(wrong, method + " /api/v1" + path, role, may(roles, role), answer, path);
                }
              });
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void theTableIsThere() throws IOException {
    assertTrue(rows("page GET ").size() > 20);
    assertTrue(rows("api GET ").size() > 5);
  }

  private static void check(
      List<String> wrong,
      String what,
      String role,
      boolean may,
      HttpResponse<String> answer,
      String path) {
    int status = answer.statusCode();
    String location = answer.headers().firstValue("Location").orElse("");
    boolean toSignIn = status / 100 == 3 && location.contains("/sign-in?from=");
    boolean refused = status == 401 || status == 403 || toSignIn;
    // who may not may also be told that there is nothing
    boolean hidden = status == 404 && path.contains("{");
    // a body of another type is not read, whoever sends it
    boolean unread = status == 415;
    boolean right = may ? !refused && status < 500 : refused || hidden || unread;
    if (!right) {
      wrong.add(
          what
              + " as "
              + role
              + " answered "
              + status
              + (location.isEmpty() ? "" : " to " + location)
              + ", but the table says that "
              + (may ? "they may" : "they may not"));
    }
  }

  private static boolean may(String roles, String role) {
    return switch (roles) {
      case "everyone" -> true;
      case "signed-in" -> !role.equals(VISITOR);
      case "nobody" -> false;
      default -> Set.of(roles.split(",")).contains(role);
    };
  }

  private static String sample(String path) {
    return path.replace("{id}", "999999999")
        .replace("{reference}", "CSOA-2099-99999")
        .replaceAll("\\{[a-z]+}", "no-such-thing");
  }

  private static Map<String, String> rows(String kind) throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    for (String line :
        Files.readAllLines(
            ProjectFiles.locate().root().resolve("web/src/test/resources/rights.tsv"))) {
      if (line.startsWith(kind)) {
        String[] parts = line.substring(kind.length()).split("\t", -1);
        rows.put(parts[0], parts[1]);
      }
    }
    return rows;
  }
}

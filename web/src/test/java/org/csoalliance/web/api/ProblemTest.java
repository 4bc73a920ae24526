package org.csoalliance.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void exceptionsOfServicesBecomeTheirStatus() {
    assertEquals(404, Problems.of(new NotFoundException("None."), false).status());
    assertEquals(409, Problems.of(new ConflictException("Changed."), true).status());
    assertEquals(403, Problems.of(new RefusedException("Own report."), true).status());
    assertEquals(401, Problems.of(new RefusedException("Own report."), false).status());
    assertEquals(400, Problems.of(new InvalidException("text", "Too long."), true).status());
    assertEquals(
        409, Problems.of(new EJBException(new ConflictException("Changed.")), true).status());
  }

  @Test
  void deniedIsUnauthorisedForStrangersAndForbiddenForOthers() {
    assertEquals(401, Problems.of(new EJBAccessException("role"), false).status());
    assertEquals(403, Problems.of(new EJBAccessException("role"), true).status());
    assertEquals(403, Problems.of(new EJBException(new EJBAccessException("role")), true).status());
  }

  @Test
  void whatNobodyForesawIsNotTold() {
    assertNull(Problems.of(new EJBException(new IllegalStateException("secret")), true));
    assertNull(Problems.ofStatus(500, true));
    assertNull(Problems.of(new NullPointerException("secret"), false));
  }

  @Test
  void theDocumentListsEachField() {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("kind", "Say what happened.");
    wrong.put("ship.imo", "The check digit is wrong.");
    JsonObject json = Samples.parse(Problem.invalid(wrong).json());
    assertEquals("about:blank", json.getString("type"));
    assertEquals("Bad Request", json.getString("title"));
    assertEquals(400, json.getInt("status"));
    assertEquals("Say what happened. The check digit is wrong.", json.getString("detail"));
    assertEquals("ship.imo", json.getJsonArray("errors").getJsonObject(1).getString("field"));
    assertEquals(
        Set.of("type", "title", "status", "detail"),
        Samples.parse(Problem.of(404, "None.").json()).keySet());
    assertFalse(Samples.parse(Problem.of(404, "None.").json()).containsKey("instance"));
  }
}

package org.csoalliance.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.ServletException;
import java.util.HashSet;
import java.util.Set;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.junit.jupiter.api.Test;

class FaultsTest {
  @Test
  void referencesAreReadableAndDiffer() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      String reference = Faults.reference();
      assertTrue(reference.matches("F-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"), reference);
      assertTrue(Faults.isReference(reference));
      seen.add(reference);
    }
    assertEquals(1000, seen.size());
  }

  @Test
  void whatIsNoReferenceIsNotShown() {
    assertFalse(Faults.isReference(null));
    assertFalse(Faults.isReference("F-7K3Q-92XD<script>"));
    assertFalse(Faults.isReference("f-7k3q-92xd"));
  }

  @Test
  void unwrapsToWhatSaysSomething() {
    EJBAccessException denied = new EJBAccessException("no");
    denied.initCause(new IllegalStateException("inner"));
    assertSame(denied, Faults.cause(new ServletException(new RuntimeException(denied))));
    IllegalStateException root = new IllegalStateException("root");
    assertSame(root, Faults.cause(new EJBException("outer", new RuntimeException(root))));
  }

  @Test
  void eachFailureHasItsStatus() {
    assertEquals(403, Faults.status(new EJBAccessException()));
    assertEquals(403, Faults.status(new RefusedException("no")));
    assertEquals(404, Faults.status(new NotFoundException("none")));
    assertEquals(409, Faults.status(new ViewExpiredException()));
    assertEquals(400, Faults.status(new InvalidException("field", "wrong")));
    assertEquals(500, Faults.status(new IllegalStateException()));
  }
}

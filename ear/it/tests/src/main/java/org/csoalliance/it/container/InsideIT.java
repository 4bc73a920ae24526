package org.csoalliance.it.container;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import java.util.Arrays;
import org.csoalliance.incident.IncidentConfirmationService;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.incident.IncidentReportService;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.platform.audit.AuditLog;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the server: injection, the provider of JPA, and what a visitor may not call. */
@ExtendWith(ArquillianExtension.class)
class InsideIT {
  @EJB private IncidentListService list;
  @EJB private IncidentReportService reports;
  @EJB private IncidentConfirmationService confirmation;

  @Test
  void aVisitorReadsTheListAndMayChangeNothing() {
    assertTrue(list.page(IncidentFilter.ALL, 5, null, true).total().shown() >= 0);
    assertThrows(EJBAccessException.class, () -> reports.shipBehind("9900007"));
    assertThrows(
        EJBAccessException.class,
        () ->
            confirmation.changeStatus(
                "CSOA-2026-00001", IncidentStatus.CONFIRMED, null, "no reason", -1));
  }

  @Test
  void entitiesAreWovenByEclipseLink() throws ClassNotFoundException {
    Class<?> account =
        Class.forName("org.csoalliance.membership.Account", true, AuditLog.class.getClassLoader());
    assertTrue(
        Arrays.stream(account.getInterfaces())
            .anyMatch(each -> each.getName().endsWith("weaving.PersistenceWeaved")),
        () -> Arrays.toString(account.getInterfaces()));
  }
}

package org.csoalliance.web.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.csoalliance.incident.IncidentFilter;
import org.junit.jupiter.api.Test;

class FilterFormTest {
  private static FilterForm form(Map<String, String[]> parameters) {
    return new FilterForm(parameters);
  }

  @Test
  void blankFieldsAreNoFilter() {
    FilterForm form = form(Map.of("kind", new String[] {""}, "text", new String[] {" "}));
    assertEquals(IncidentFilter.ALL, form.filter());
    assertEquals(0, form.count());
  }

  @Test
  void aWrongValueIsSaidAndNothingIsShown() {
    FilterForm form = form(Map.of("kind", new String[] {"PIRATES"}));
    assertNull(form.filter());
    assertTrue(form.wrong().containsKey("kind"));
    assertEquals("PIRATES", form.value("kind"));
  }

  @Test
  void otherParametersAreLeftAlone() {
    assertTrue(form(Map.of("utm_source", new String[] {"x"})).wrong().isEmpty());
  }

  @Test
  void anOrderIsNoFilterAndStaysInTheAddress() {
    FilterForm form = form(Map.of("sort", new String[] {"GRAVEST"}));
    assertEquals(0, form.count());
    assertEquals(
        "?sort=GRAVEST&map=off", FilterForm.query(form.filter().toQuery(), "map=off", null));
  }

  @Test
  void aLimitOfPlaceCanBeTakenAway() {
    FilterForm form =
        form(Map.of("near", new String[] {"1.25,104"}, "kind", new String[] {"ROBBERY"}));
    assertEquals("kind=ROBBERY", FilterForm.without(form.filter(), "near").toQuery());
    assertEquals(
        "kind=ROBBERY&near=1.25,104&radius_nm=50", FilterForm.watchable(form.filter()).toQuery());
  }
}

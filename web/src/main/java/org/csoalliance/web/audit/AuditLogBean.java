package org.csoalliance.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.csoalliance.platform.audit.AuditFilter;
import org.csoalliance.platform.audit.AuditLogService;
import org.csoalliance.platform.audit.AuditPage;
import org.csoalliance.platform.audit.ChainVerdict;

/** Who did what: filters in the address, newest first, and a look along the whole chain. */
@Named("auditLog")
@RequestScoped
public class AuditLogBean {
  private static final String[] FILTERS = {"actor", "action", "object", "from", "to"};

  @Inject private AuditLogService service;

  private final Map<String, String> given = new LinkedHashMap<>();
  private final Map<String, String> wrong = new LinkedHashMap<>();
  private AuditPage page;
  private ChainVerdict verdict;

  /** Reads the address and asks for the page. */
  public void load() {
    Map<String, String> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    for (String filter : FILTERS) {
      given.put(filter, parameters.getOrDefault(filter, "").strip());
    }
    Instant from = day("from", 0);
    Instant to = day("to", 1);
    AuditFilter filter =
        new AuditFilter(given.get("actor"), given.get("action"), given.get("object"), from, to);
    page = service.page(filter, number(parameters.get("below")), number(parameters.get("above")));
    if (parameters.containsKey("verify")) {
      verdict = service.verify();
    }
  }

  private Instant day(String name, int daysLater) {
    if (given.get(name).isEmpty()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(given.get(name));
      if (day.getYear() >= 1970 && day.getYear() <= 9999) {
        return day.plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
    } catch (DateTimeParseException unreadable) {
      // told below
    }
    wrong.put(name, "Enter a date such as 2026-11-22.");
    return null;
  }

  private static Long number(String text) {
    return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
  }

  /** What was typed into a filter. */
  public String value(String filter) {
    return given.getOrDefault(filter, "");
  }

  /** The sentence at a filter that could not be read, null when it could. */
  public String error(String filter) {
    return wrong.get(filter);
  }

  /** Whether anything is filtered. */
  public boolean isFiltered() {
    return given.values().stream().anyMatch(value -> !value.isEmpty());
  }

  /** The page of entries. */
  public AuditPage getPage() {
    return page;
  }

  /** What the look along the chain found, null when it was not asked for. */
  public ChainVerdict getVerdict() {
    return verdict;
  }

  /** The finding in words. */
  public String getFinding() {
    return verdict.sentence();
  }

  /** The address of the older entries. */
  public String getOlder() {
    return address("below", page.older());
  }

  /** The address of the newer entries. */
  public String getNewer() {
    return address("above", page.newer());
  }

  private String address(String bound, Long number) {
    StringJoiner query = new StringJoiner("&", "/audit?", "");
    given.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
          }
        });
    return query.add(bound + "=" + number).toString();
  }
}

package org.csoalliance.web.audit;

import jakarta.ejb.EJB;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.csoalliance.platform.audit.AuditEntry;
import org.csoalliance.platform.audit.AuditExportService;
import org.csoalliance.platform.audit.AuditFilter;
import org.csoalliance.platform.text.CsvCell;

/**
 * The audit log as a file: CSV for a spreadsheet, or a line of JSON for each entry. The filters are
 * those of the page.
 */
@WebServlet("/audit/export")
public class AuditExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @EJB private transient AuditExportService service;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean csv = !"jsonl".equals(request.getParameter("format"));
    AuditFilter filter;
    try {
      filter =
          new AuditFilter(
              text(request, "actor"),
              text(request, "action"),
              text(request, "object"),
              day(request, "from", 0),
              day(request, "to", 1));
    } catch (DateTimeParseException unreadable) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    service.begin(filter, csv ? "csv" : "jsonl");
    response.setContentType(csv ? "text/csv;charset=UTF-8" : "application/x-ndjson;charset=UTF-8");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"audit." + (csv ? "csv" : "jsonl") + "\"");
    PrintWriter out = response.getWriter();
    if (csv) {
      out.print(
          "\uFEFFnumber,at,actor_id,actor_name,actor_role,action,object_type,object_ref,detail\r\n");
    }
    service.each(filter, entry -> out.print(csv ? csv(entry) : json(entry)));
  }

  static String csv(AuditEntry entry) {
    return String.join(
            ",",
            Long.toString(entry.number()),
            entry.at().toString(),
            entry.actorId() == null ? "" : entry.actorId().toString(),
            CsvCell.of(entry.actorName()),
            CsvCell.of(entry.actorRole()),
            CsvCell.of(entry.action()),
            CsvCell.of(entry.objectType()),
            CsvCell.of(entry.objectRef()),
            CsvCell.of(entry.detail()))
        + "\r\n";
  }

  static String json(AuditEntry entry) {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("number", entry.number()).add("at", entry.at().toString());
    if (entry.actorId() != null) {
      json.add("actor_id", entry.actorId());
    }
    return json.add("actor_name", entry.actorName())
            .add("actor_role", entry.actorRole())
            .add("action", entry.action())
            .add("object_type", entry.objectType())
            .add("object_ref", entry.objectRef())
            .add("detail", entry.detail())
            .build()
        + "\n";
  }

  private static String text(HttpServletRequest request, String name) {
    String text = request.getParameter(name);
    return text == null ? "" : text.strip();
  }

  private static Instant day(HttpServletRequest request, String name, int later) {
    String text = text(request, name);
    return text.isEmpty()
        ? null
        : LocalDate.parse(text).plusDays(later).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}

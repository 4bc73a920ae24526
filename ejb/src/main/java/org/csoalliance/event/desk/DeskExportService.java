package org.csoalliance.event.desk;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDesk;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.question.AnswerListService;
import org.csoalliance.event.question.AnswerTable;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;

/**
 * Registrations as a file, for organisers of the event alone: whoever checks in, caters or looks on
 * takes nothing out of the house. What was told of food, access and papers is in none of them. Each
 * file stands in the audit log.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class DeskExportService {
  private static final List<String> HEADINGS =
      List.of(
          "Name",
          "Company",
          "As",
          "State",
          "Takes part",
          "Registered (UTC)",
          "Mail",
          "Sessions",
          "Offer until (UTC)",
          "Price",
          "Currency",
          "Registered by",
          "Number");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  @Inject private EventAccess access;
  @Inject private DeskRepository desk;
  @Inject private AnswerListService answers;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public DeskExportService() {}

  /** For tests. */
  public DeskExportService(
      EventAccess access,
      DeskRepository desk,
      AnswerListService answers,
      AuditLog audit,
      CallerContext caller) {
    this.access = access;
    this.desk = desk;
    this.answers = answers;
    this.audit = audit;
    this.caller = caller;
  }

  /**
   * Notes that a file is about to be written; without the note there is no file.
   *
   * @return the event
   * @throws NotFoundException when the caller does not organise such an event
   * @throws ConflictException when it is too long for a PDF
   */
  public EventDesk begin(String slug, DeskFilter filter, DeskFile.Format format) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    int rows = desk.count(event.id(), filter);
    if (format == DeskFile.Format.PDF && rows > DeskPdf.MOST) {
      throw new ConflictException(
          "A list to print holds at most 1,500 registrations. Narrow the filter, or take a"
              + " spreadsheet.");
    }
    audit.record(
        caller.reader(),
        "event.exported",
        "event",
        event.slug(),
        format + ", " + rows + " registrations");
    return event;
  }

  /**
   * Writes the file, row by row, in the order of the filter.
   *
   * @throws NotFoundException when the caller does not organise such an event
   */
  public void write(String slug, DeskFilter filter, DeskFile.Format format, OutputStream out) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    AnswerTable asked = answers.table(slug);
    List<String> headings = new ArrayList<>(HEADINGS);
    asked.columns().forEach(column -> headings.add(column.label()));
    try (DeskFile file = format.open(out, event.title())) {
      file.header(headings);
      desk.each(
          event.id(),
          filter,
          row -> {
            try {
              file.row(cells(row, asked));
            } catch (IOException broken) {
              throw new UncheckedIOException(broken);
            }
          });
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<String> cells(DeskRow row, AnswerTable asked) {
    List<String> cells = new ArrayList<>(own(row));
    for (AnswerTable.Column column : asked.columns()) {
      cells.add(asked.answer(row.id(), column.key()).replace("\n", "; "));
    }
    return cells;
  }

  private static List<String> own(DeskRow row) {
    return List.of(
        row.name(),
        row.company(),
        row.category(),
        row.stateWords(),
        row.mode() == AttendanceMode.REMOTE ? "Remote" : "In person",
        time(row.joinedAt()),
        row.mail(),
        row.sessions(),
        time(row.offerUntil()),
        row.price().toPlainString(),
        row.currency(),
        row.by(),
        Long.toString(row.id()));
  }

  private static String time(Instant at) {
    return at == null ? "" : MINUTE.format(at.atOffset(ZoneOffset.UTC));
  }
}

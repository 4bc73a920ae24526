package org.csoalliance.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.FacesException;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.csoalliance.event.EventDesk;
import org.csoalliance.event.desk.DeskExportService;
import org.csoalliance.event.desk.DeskFile;
import org.csoalliance.event.desk.DeskFilter;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;

/** Sends what a filter finds as CSV, spreadsheet or list to print. */
@Named("deskExport")
@RequestScoped
public class DeskExportBean {
  @Inject private DeskExportService service;

  /** Sends it, or answers "not found". */
  public void send() {
    FacesContext context = FacesContext.getCurrentInstance();
    String slug = DeskBean.given("slug");
    DeskFilter filter = DeskFilter.parse(DeskBean.parameters());
    DeskFile.Format format =
        Arrays.stream(DeskFile.Format.values())
            .filter(each -> each.name().equalsIgnoreCase(DeskBean.given("format")))
            .findFirst()
            .orElse(DeskFile.Format.CSV);
    EventDesk event;
    try {
      event = service.begin(slug, filter, format);
    } catch (NotFoundException none) {
      Answers.notFound(context);
      return;
    } catch (ConflictException tooLong) {
      Answers.notice(context, tooLong.getMessage());
      Answers.redirect(context, "/organiser/" + slug + "/registrations?" + filter.query());
      return;
    }
    ExternalContext external = context.getExternalContext();
    external.setResponseContentType(format.mediaType());
    external.setResponseHeader("Cache-Control", "no-store");
    external.setResponseHeader(
        "Content-Disposition",
        "attachment; filename=\""
            + event.slug()
            + "."
            + format.name().toLowerCase(Locale.ROOT)
            + "\"");
    try {
      service.write(slug, filter, format, external.getResponseOutputStream());
    } catch (IOException broken) {
      throw new FacesException(broken);
    }
    context.responseComplete();
  }
}

package org.csoalliance.web.firstresponse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.FacesException;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.csoalliance.incident.firstresponse.Report;
import org.csoalliance.web.shared.Answers;

/** Sends a report as a PDF: what the page would show this reader, and no more. */
@Named("firstResponsePdf")
@RequestScoped
public class FirstResponsePdfBean {
  @Inject private FirstResponseBean page;
  @Inject private FirstResponseFiles files;

  /** One that is not there, may not be seen, or is withdrawn answers "not found". */
  public void send() {
    FacesContext context = FacesContext.getCurrentInstance();
    page.load();
    Report report = page.getReport();
    if (report == null) {
      return;
    }
    if (report.content() == null) {
      Answers.notFound(context);
      return;
    }
    byte[] pdf = files.pdf(report);
    ExternalContext external = context.getExternalContext();
    external.setResponseContentType("application/pdf");
    external.setResponseContentLength(pdf.length);
    external.setResponseHeader(
        "Content-Disposition",
        "inline; filename=\"" + report.reference() + "-" + report.number() + ".pdf\"");
    try {
      external.getResponseOutputStream().write(pdf);
    } catch (IOException broken) {
      throw new FacesException(broken);
    }
    context.responseComplete();
  }
}

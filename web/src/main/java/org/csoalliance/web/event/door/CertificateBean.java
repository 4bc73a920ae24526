package org.csoalliance.web.event.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.event.door.Certificate;
import org.csoalliance.event.door.CertificateService;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Download;

/** A person's certificates: the list on the own pages, and the PDF behind a signed link. */
@Named("certificate")
@RequestScoped
public class CertificateBean {
  @Inject private CertificateService certificates;
  @Inject private Settings settings;

  private List<Certificate> own;

  /** Sends the PDF; one that was withdrawn is not found. */
  public void pdf() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      Certificate one = certificates.linked(Asked.parameter("link"));
      Download.send(
          context,
          one.number() + ".pdf",
          "application/pdf",
          CertificateSheet.pdf(one, settings.baseUrl()),
          true,
          null);
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  /** The reader's own that count, the newest first. */
  public List<Certificate> getOwn() {
    if (own == null) {
      own = certificates.own();
    }
    return own;
  }

  /** When the event was. */
  public String days(Certificate one) {
    return DoorWords.days(one.startsOn(), one.endsOn());
  }
}

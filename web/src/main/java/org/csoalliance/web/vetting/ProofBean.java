package org.csoalliance.web.vetting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import org.csoalliance.membership.vetting.ProofContent;
import org.csoalliance.membership.vetting.VettingService;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Download;

/**
 * Hands a proof to an officer, as a file to keep and never as a page: it is somebody else's
 * content, and runs nothing here.
 */
@Named("vettingProof")
@RequestScoped
public class ProofBean {
  private static final Set<String> KNOWN = Set.of("application/pdf", "image/png", "image/jpeg");

  @Inject private VettingService service;
  @Inject private CallerContext caller;

  private String reference;
  private String id;

  /** Answers with the file; whoever may not see it, and for a deleted one, as if there was none. */
  public void send() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.VETTING_OFFICER)) {
      Answers.forbidden(context);
      return;
    }
    if (id == null || !id.matches("[0-9]{1,18}")) {
      Answers.notFound(context);
      return;
    }
    try {
      write(context, service.open(reference, Long.parseLong(id)));
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    }
  }

  private static void write(FacesContext context, ProofContent proof) {
    Download.send(
        context,
        proof.fileName(),
        KNOWN.contains(proof.mediaType()) ? proof.mediaType() : "application/octet-stream",
        proof.content(),
        false,
        null);
  }

  /** The application's reference. */
  public String getReference() {
    return reference;
  }

  /** Takes the application's reference. */
  public void setReference(String reference) {
    this.reference = reference;
  }

  /** The number of the proof. */
  public String getId() {
    return id;
  }

  /** Takes the number of the proof. */
  public void setId(String id) {
    this.id = id;
  }
}

package org.csoalliance.web.vetting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.FacesException;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.csoalliance.membership.vetting.ProofContent;
import org.csoalliance.membership.vetting.VettingService;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.security.SecurityHeadersFilter;
import org.csoalliance.web.shared.Answers;

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
    ExternalContext external = context.getExternalContext();
    HttpServletResponse response = (HttpServletResponse) external.getResponse();
    SecurityHeadersFilter.sandbox((HttpServletRequest) external.getRequest(), response);
    response.setContentType(
        KNOWN.contains(proof.mediaType()) ? proof.mediaType() : "application/octet-stream");
    response.setHeader("Content-Disposition", disposition(proof.fileName()));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(proof.content().length);
    try {
      response.getOutputStream().write(proof.content());
    } catch (IOException broken) {
      throw new FacesException(broken);
    }
    context.responseComplete();
  }

  /** The name for old readers in ASCII, and in full for those that know RFC 8187. */
  static String disposition(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
    return "attachment; filename=\""
        + plain
        + "\"; filename*=UTF-8''"
        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
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

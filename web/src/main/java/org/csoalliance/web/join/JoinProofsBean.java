package org.csoalliance.web.join;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.csoalliance.membership.join.ApplicationProofService;
import org.csoalliance.membership.join.Proof;
import org.csoalliance.membership.join.ProofKind;
import org.csoalliance.membership.join.Step;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;

/** The step "Proofs": files are added one at a time, and taken back. */
@Named("joinProofs")
@RequestScoped
public class JoinProofsBean {
  private static final String ADDRESS = "/join/proofs";
  private static final long MOST_BYTES = 10L * 1024 * 1024;

  @EJB private ApplicationProofService service;
  @Inject private JoinPage page;

  private String kind;
  private Part file;

  /** Opens the step; takes the buttons beside the files. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!page.enter(Step.PROOFS)) {
      return;
    }
    Map<String, String> given = context.getExternalContext().getRequestParameterMap();
    if (!context.isPostback()) {
      if (given.containsKey("large")) {
        refuse("The file is larger than 10 MB. Send a smaller one");
      }
      return;
    }
    String id = given.get("remove");
    if (id != null) {
      remove(context, id);
    }
  }

  private void remove(FacesContext context, String id) {
    try {
      service.remove(page.id(), Long.parseLong(id));
      Answers.notice(context, "The file is removed.");
      Answers.redirect(context, ADDRESS);
    } catch (NumberFormatException | NotFoundException unknown) {
      Answers.notFound(context);
    } catch (ConflictException sent) {
      Answers.notice(context, sent.getMessage());
      Answers.redirect(context, ADDRESS);
    }
  }

  /** Adds the chosen file. */
  public void add() {
    if (page.closed()) {
      return;
    }
    FacesContext context = FacesContext.getCurrentInstance();
    if (file == null || file.getSize() == 0) {
      refuse("Choose a file. An empty one is none");
      return;
    }
    if (file.getSize() > MOST_BYTES) {
      refuse("The file is larger than 10 MB. Send a smaller one");
      return;
    }
    try (InputStream content = file.getInputStream()) {
      service.add(page.id(), proofKind(), file.getSubmittedFileName(), content.readAllBytes());
      Answers.notice(context, "The file is added.");
      Answers.redirect(context, ADDRESS);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException refused) {
      JoinPage.refuse("file", refused);
    } catch (IOException brokenOff) {
      refuse("The file did not arrive whole. Send it again");
    }
  }

  private ProofKind proofKind() {
    for (ProofKind one : ProofKind.values()) {
      if (one.name().equals(kind)) {
        return one;
      }
    }
    return null;
  }

  /** Goes on; what is missing is told again before sending. */
  public void goOn() {
    if (page.closed()) {
      return;
    }
    String next =
        !page.getView().draft()
            ? "/join/status"
            : (page.getView().done().contains(Step.RULES) ? Step.CHECK : Step.VOUCHERS).address();
    Answers.redirect(FacesContext.getCurrentInstance(), next);
  }

  private static void refuse(String sentence) {
    FacesContext context = FacesContext.getCurrentInstance();
    context.addMessage("file", new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    context.validationFailed();
  }

  /** Whether files can be taken on this system. */
  public boolean isReady() {
    return service.ready();
  }

  /** The files that are there. */
  public List<Proof> getFiles() {
    return page.getView() == null
        ? List.of()
        : page.getView().proofs().stream().filter(Proof::kept).toList();
  }

  /** Whether another file may be added. */
  public boolean isRoom() {
    return getFiles().size() < ApplicationProofService.MOST_FILES;
  }

  /** Every kind there is, for choice. */
  public List<SelectItem> getKindItems() {
    return Arrays.stream(ProofKind.values())
        .map(one -> new SelectItem(one.name(), one.words(), one.hint()))
        .toList();
  }

  /** A size as people read it. */
  public String size(long bytes) {
    return bytes < 100_000
        ? Math.max(1, bytes / 1000) + " kB"
        : String.format(java.util.Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}

package org.csoalliance.web.attachment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.text.MessageFormat;
import org.csoalliance.incident.IncidentDetail;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.incident.attachment.AddAttachment;
import org.csoalliance.incident.attachment.AttachmentLimits;
import org.csoalliance.incident.attachment.AttachmentService;
import org.csoalliance.incident.attachment.Attachments;
import org.csoalliance.incident.corroboration.Corroboration;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The page where files are added to an incident and taken away. */
@Named("incidentFiles")
@RequestScoped
public class FilesBean {
  @Inject private IncidentListService incidents;
  @Inject private AttachmentService service;
  @Inject private AttachmentLimits limits;
  @Inject private FileWords words;
  @Inject private CallerContext caller;

  private IncidentDetail detail;
  private Part file;
  private String description;
  private String reason;

  /** Whoever may add; what may not be seen answers as what does not exist. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    boolean may =
        caller.reader().is(Role.MEMBER)
            || caller.reader().is(Role.PARTNER)
            || caller.reader().is(Role.EDITOR);
    if (!may) {
      Answers.forbidden(context);
      return;
    }
    if (detail() == null) {
      Answers.notFound(context);
      return;
    }
    if (!context.isPostback() && Asked.parameter("large") != null) {
      refuse("file", service.tooLarge());
    }
    String id = context.isPostback() ? Asked.parameter("remove") : null;
    if (id != null) {
      reason = Asked.parameter("reason");
      remove(context, id);
    }
  }

  /** Read when first asked for: a form that is posted is rendered by it before any action runs. */
  private IncidentDetail detail() {
    if (detail == null) {
      try {
        detail = incidents.detail(reference());
      } catch (NotFoundException none) {
        return null;
      }
    }
    return detail;
  }

  /** Adds the chosen file. */
  public void add() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (file == null || file.getSize() == 0) {
      refuse("file", "Choose a file. An empty one is none.");
      return;
    }
    if (file.getSize() > limits.most()) {
      refuse("file", service.tooLarge());
      return;
    }
    try (InputStream content = file.getInputStream()) {
      service.add(
          new AddAttachment(
              reference(),
              file.getSubmittedFileName(),
              file.getContentType(),
              description,
              content.readAllBytes(),
              getAnswer()));
      done(context, words.texts().get(service.scanned() ? "add.waiting" : "add.done"));
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException refused) {
      refuse("file", refused.getMessage());
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    } catch (IOException brokenOff) {
      refuse("file", "The file did not arrive whole. Send it again.");
    }
  }

  private void remove(FacesContext context, String id) {
    try {
      service.remove(reference(), Long.parseLong(id), reason);
      done(context, words.texts().get("remove.done"));
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (RefusedException refused) {
      refuse("reason", refused.getMessage());
    } catch (NumberFormatException | NotFoundException unknown) {
      Answers.notFound(context);
    }
  }

  private void done(FacesContext context, String sentence) {
    Answers.notice(context, sentence);
    Answers.redirect(context, "/incidents/" + getReference() + "/files");
  }

  private static void refuse(String field, String sentence) {
    FacesContext context = FacesContext.getCurrentInstance();
    context.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    context.validationFailed();
  }

  private static String reference() {
    String reference = Asked.parameter("reference");
    return reference == null ? "" : reference;
  }

  /** The incident's reference as it is written. */
  public String getReference() {
    return detail() == null ? reference() : detail.summary().reference();
  }

  /** The incident's title. */
  public String getTitle() {
    return detail() == null ? "" : detail.summary().title();
  }

  /** The files that are there. */
  public Attachments getFiles() {
    return detail() == null ? null : detail.part(Attachments.class);
  }

  /** The own company's standing answer that a file will belong to; null: none. */
  public Long getAnswer() {
    String asked = Asked.parameter("answer");
    return asked == null || !asked.matches("[0-9]{1,18}") ? null : Long.valueOf(asked);
  }

  /** What the own company said in that answer; null: none. */
  public String getAnswerWords() {
    Long asked = getAnswer();
    return asked == null || detail() == null
        ? null
        : detail.part(Corroboration.class).answers().stream()
            .filter(each -> each.ours() && each.id() == asked)
            .map(each -> each.stance().words())
            .findFirst()
            .orElse(null);
  }

  /** Whether this reader may take away any file. */
  public boolean isRemoving() {
    return detail() != null
        && getFiles().files().stream().anyMatch(one -> one.mine() || one.uploader() != null);
  }

  /** Whether files can be taken on this system. */
  public boolean isReady() {
    return service.ready();
  }

  /** What can be taken, and how large. */
  public String getHint() {
    return MessageFormat.format(
        words.texts().get("add.file.hint"), limits.megabytes(), limits.videoMegabytes());
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}

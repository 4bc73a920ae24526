package org.csoalliance.web.event.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import org.csoalliance.event.door.AttendanceRule;
import org.csoalliance.event.door.CertificateDesk;
import org.csoalliance.event.door.CertificateService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The organiser's desk of certificates of attendance. */
@Named("certificates")
@RequestScoped
public class CertificatesBean {
  @Inject private CertificateService service;

  private CertificateDesk desk;

  /** Reads who was there, and does what a button says. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      String notice = context.isPostback() ? act() : null;
      if (notice != null) {
        done(context, notice);
        return;
      }
      getDesk();
    } catch (NotFoundException none) {
      Answers.notFound(context);
    } catch (ConflictException refused) {
      done(context, refused.getMessage());
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    }
  }

  private void done(FacesContext context, String notice) {
    Answers.notice(context, notice);
    Answers.redirect(context, "/organiser/" + getSlug() + "/certificates");
    context.responseComplete();
  }

  /** What was done, in words; null when no button was pressed. */
  private String act() {
    String issue = Asked.parameter("issue");
    if (issue != null && issue.matches("[0-9]{1,18}")) {
      return DoorWords.text(
          "notice.issued", service.issue(getSlug(), Long.parseLong(issue)).number());
    }
    String act = Asked.parameter("act");
    if ("all".equals(act)) {
      return DoorWords.text("notice.issued-all", service.issueAll(getSlug()));
    }
    if ("rule".equals(act)) {
      service.rule(getSlug(), basis(), whole(Asked.parameter("percent")));
      return DoorWords.text("notice.rule");
    }
    if ("withdraw".equals(act)) {
      String number = Asked.parameter("number");
      service.withdraw(getSlug(), number, Asked.parameter("reason"));
      return DoorWords.text("notice.withdrawn", number);
    }
    return null;
  }

  private static AttendanceRule.Basis basis() {
    return Arrays.stream(AttendanceRule.Basis.values())
        .filter(basis -> basis.name().equals(Asked.parameter("basis")))
        .findFirst()
        .orElse(null);
  }

  private static Integer whole(String text) {
    return text != null && text.strip().matches("[0-9]{1,4}")
        ? Integer.valueOf(text.strip())
        : null;
  }

  /** Who was there; a form that is sent asks before the page is loaded. */
  public CertificateDesk getDesk() {
    if (desk == null) {
      desk = service.desk(getSlug());
    }
    return desk;
  }

  /** The number that is to be withdrawn, null for none. */
  public String getWithdrawing() {
    String asked = Asked.parameter("withdraw");
    String number = asked == null ? Asked.parameter("number") : asked;
    return number != null
            && getDesk().rows().stream()
                .anyMatch(row -> row.has() && row.certificate().number().equals(number))
        ? number
        : null;
  }

  /** The reason that was typed. */
  public String getReason() {
    return Asked.parameter("reason");
  }

  /** The share that was typed, else that of the rule. */
  public String getPercent() {
    String typed = Asked.parameter("percent");
    return typed == null ? "" + getDesk().rule().percent() : typed;
  }

  /** The part of the address. */
  public String getSlug() {
    return Asked.parameter("slug");
  }
}

package org.csoalliance.web.incident;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.Disclosure;
import org.csoalliance.incident.IncidentDetail;
import org.csoalliance.incident.IncidentSharing;
import org.csoalliance.incident.IncidentSharingService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The panel with which the reporter and editors change who reads a report. */
@Named("sharing")
@ViewScoped
public class SharingBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double[] BLURS = {0, 1, 5, 10, 25, 50, 100};

  @Inject private IncidentSharingService service;
  @Inject private IncidentViewBean view;

  private int seenVersion = -1;
  private boolean conflict;
  private String open;
  private Tlp label;
  private String labelReason;
  private String decideReason;
  private Long group;
  private Attribution attribution;
  private Double blurNm;
  private boolean flag;
  private boolean navy;
  private boolean imb;

  /** What the incident says of its sharing, read with the page. */
  public IncidentSharing getAt() {
    return view.getDetail().part(IncidentSharing.class);
  }

  /** Whether the reader may change anything. */
  public boolean isChangeable() {
    return view.getDetail() != null && getAt().rights() != IncidentSharing.Rights.NONE;
  }

  /** Takes the incident as the reader sees it now into the panel. */
  public void take(IncidentDetail detail) {
    IncidentSharing at = detail.part(IncidentSharing.class);
    open = Asked.parameter("change");
    seenVersion = detail.version();
    label = detail.summary().tlp();
    Disclosure disclosure = at.disclosure();
    if (disclosure != null) {
      attribution = disclosure.attribution();
      blurNm = disclosure.blurNm();
      flag = disclosure.mayPassFlag();
      navy = disclosure.mayPassNavy();
      imb = disclosure.mayPassImb();
    }
  }

  /** Takes the newer version after a conflict; what was typed stays. */
  public void refresh(IncidentDetail detail) {
    if (conflict) {
      seenVersion = detail.version();
    }
  }

  /** Changes the label, or asks another editor to. */
  public void changeLabel() {
    run(
        "label",
        () ->
            service.label(reference(), label, labelReason, seenVersion)
                    == IncidentSharingService.Labelled.MADE
                ? "It is " + label.label() + " from now on."
                : "Another editor has to confirm "
                    + label.label()
                    + ". Until then nothing changes.");
  }

  /** Confirms the label that another editor asked for. */
  public void confirm() {
    decide(true);
  }

  /** Leaves the label as it is. */
  public void refuse() {
    decide(false);
  }

  private void decide(boolean made) {
    run(
        "decide",
        () -> {
          service.decide(reference(), made, decideReason, seenVersion);
          return made ? "The label is changed." : "The label stays as it is.";
        });
  }

  /** Shares with the chosen group. */
  public void share() {
    run(
        "groups",
        () -> {
          if (group == null) {
            throw new InvalidException("group", "Choose a group.");
          }
          service.share(reference(), group);
          return "The group reads it from now on.";
        });
  }

  /** Takes it back from a group. */
  public void revoke(long groupId) {
    run(
        "groups",
        () -> {
          service.revoke(reference(), groupId, "");
          return "The group no longer reads it by way of this share.";
        });
  }

  /** Keeps what the report tells beside its label. */
  public void disclose() {
    run(
        "tells",
        () -> {
          double blur = blurNm == null ? 0 : blurNm;
          service.disclose(
              reference(), new Disclosure(attribution, blur, flag, navy, imb), seenVersion);
          return "Kept. Readers see it so from now on.";
        });
  }

  @FunctionalInterface
  private interface Work {
    String done();
  }

  private void run(String part, Work work) {
    FacesContext context = FacesContext.getCurrentInstance();
    open = part;
    try {
      Answers.notice(context, work.done());
      Answers.redirect(context, "/incidents/" + reference());
    } catch (InvalidException refused) {
      Answers.invalid(
          context,
          refused,
          part.equals("decide") ? Map.of("labelReason", "decideReason") : Map.of());
    } catch (ConflictException changed) {
      conflict = true;
      say(context, changed.getMessage());
    } catch (RefusedException refused) {
      say(context, refused.getMessage());
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    }
  }

  private static void say(FacesContext context, String sentence) {
    context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    context.validationFailed();
  }

  private String reference() {
    return view.getReference();
  }

  /** The part of the panel that stands open, null for none. */
  public String getOpen() {
    return open;
  }

  /** Every label with what it means. */
  public List<SelectItem> getLabels() {
    List<SelectItem> items = new ArrayList<>();
    for (Tlp tlp : Tlp.values()) {
      items.add(new SelectItem(tlp, tlp.label()));
    }
    return items;
  }

  /** The ways to name the source. */
  public List<SelectItem> getAttributions() {
    List<SelectItem> items = new ArrayList<>();
    for (Attribution each : Attribution.values()) {
      items.add(new SelectItem(each, each.words(), told(each)));
    }
    return items;
  }

  private static String told(Attribution each) {
    return switch (each) {
      case NAMED -> "Members and partners by agreement read your name and company.";
      case COMPANY_HIDDEN -> "Others read neither. The ship only where you show it.";
      case ANONYMOUS -> "No name, company or ship, the day alone, and the place blurred.";
    };
  }

  /** How far a position may be moved. */
  public List<SelectItem> getBlurs() {
    List<SelectItem> items = new ArrayList<>();
    for (double miles : BLURS) {
      items.add(
          new SelectItem(miles, miles == 0 ? "Exact" : "Within " + miles(miles) + " NM of it"));
    }
    if (blurNm != null && items.stream().noneMatch(item -> item.getValue().equals(blurNm))) {
      items.add(new SelectItem(blurNm, "Within " + miles(blurNm) + " NM of it"));
    }
    return items;
  }

  /** How exact the place is shown, in words. */
  public String getPlaceShown() {
    double miles = view.getIncident().blurNm();
    return miles == 0 ? "Shown exactly" : "Shown within " + miles(miles) + " NM of the true one";
  }

  /** What a step that did not change the label came to, in words. */
  public String outcome(IncidentSharing.LabelChange step) {
    return switch (step.state()) {
      case REFUSED -> "Not done";
      case OVERTAKEN -> "Overtaken by another change";
      case ASKED -> "Waits for a second editor";
      case MADE -> "Done";
    };
  }

  /** Who may narrow and widen, as this reader has to know it. */
  public String getLabelHint() {
    return getAt().rights() == IncidentSharing.Rights.SOURCE
        ? "It counts at once."
        : "To narrow counts at once. To widen waits for a second editor.";
  }

  static String miles(double miles) {
    return miles == Math.rint(miles) ? String.valueOf(Math.round(miles)) : String.valueOf(miles);
  }

  /** To whom it may be passed on, in words. */
  public String getPassing() {
    Disclosure tells = getAt().disclosure();
    List<String> to = new ArrayList<>();
    if (tells.mayPassFlag()) {
      to.add("flag State");
    }
    if (tells.mayPassNavy()) {
      to.add("navies");
    }
    if (tells.mayPassImb()) {
      to.add("IMB");
    }
    return to.isEmpty() ? "Nobody" : String.join(", ", to);
  }

  public Tlp getLabel() {
    return label;
  }

  public void setLabel(Tlp label) {
    this.label = label;
  }

  public String getLabelReason() {
    return labelReason;
  }

  public void setLabelReason(String labelReason) {
    this.labelReason = labelReason;
  }

  public String getDecideReason() {
    return decideReason;
  }

  public void setDecideReason(String decideReason) {
    this.decideReason = decideReason;
  }

  public Long getGroup() {
    return group;
  }

  public void setGroup(Long group) {
    this.group = group;
  }

  public Attribution getAttribution() {
    return attribution;
  }

  public void setAttribution(Attribution attribution) {
    this.attribution = attribution;
  }

  public Double getBlurNm() {
    return blurNm;
  }

  public void setBlurNm(Double blurNm) {
    this.blurNm = blurNm;
  }

  public boolean isFlag() {
    return flag;
  }

  public void setFlag(boolean flag) {
    this.flag = flag;
  }

  public boolean isNavy() {
    return navy;
  }

  public void setNavy(boolean navy) {
    this.navy = navy;
  }

  public boolean isImb() {
    return imb;
  }

  public void setImb(boolean imb) {
    this.imb = imb;
  }
}

package org.csoalliance.web.twin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.csoalliance.incident.IncidentDetail;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.incident.twin.MergeTwins;
import org.csoalliance.incident.twin.TwinPair;
import org.csoalliance.incident.twin.TwinService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.incident.IncidentWords;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.TimeText;

/** Two accounts side by side: an editor merges them, splits them, or keeps them apart. */
@Named("twinPair")
@RequestScoped
public class CompareBean {
  @Inject private TwinService service;
  @Inject private IncidentListService incidents;
  @Inject private CallerContext caller;

  private IncidentDetail one;
  private IncidentDetail other;
  private TwinPair pair;
  private String stays;
  private String reason;
  private Integer oneVersion;
  private Integer otherVersion;

  /**
   * A line of the comparison.
   *
   * @param long whether it holds a text
   */
  public record Line(String label, String one, String other, boolean differs, boolean text) {}

  /** Editors alone. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    if (getPair() == null) {
      Answers.notFound(context);
      return;
    }
    if (!context.isPostback()) {
      oneVersion = pair.oneVersion();
      otherVersion = pair.otherVersion();
      stays = wider() ? getOne() : getOther();
    }
  }

  /**
   * How they stand to each other; null when there are no such two. Read when first asked for: a
   * form that is posted is rendered by it before any action runs.
   */
  public TwinPair getPair() {
    if (pair == null && caller.reader().is(Role.EDITOR)) {
      try {
        one = incidents.detail(Asked.parameter("one"));
        other = incidents.detail(Asked.parameter("other"));
        pair = service.pair(one.summary().reference(), other.summary().reference());
      } catch (NotFoundException | InvalidException none) {
        return null;
      }
    }
    return pair;
  }

  /** The wider label is offered to stay, of equals the report of a member, then the older one. */
  private boolean wider() {
    IncidentSummary a = one.summary();
    IncidentSummary b = other.summary();
    if (a.tlp() != b.tlp()) {
      return a.tlp().compareTo(b.tlp()) > 0;
    }
    return a.source() == b.source() ? a.id() < b.id() : a.source().compareTo(b.source()) < 0;
  }

  /** Makes one incident of two. */
  public void merge() {
    boolean first = !getOther().equals(stays);
    String survivor = first ? getOne() : getOther();
    String merged = first ? getOther() : getOne();
    act(
        () ->
            service.merge(
                new MergeTwins(
                    survivor,
                    merged,
                    reason,
                    first ? seen(oneVersion) : seen(otherVersion),
                    first ? seen(otherVersion) : seen(oneVersion))),
        MessageFormat.format(TwinWords.text("pair.merged"), merged, survivor),
        "/incidents/" + survivor);
  }

  /** Remembers that they are two events. */
  public void keepApart() {
    act(
        () -> service.keepApart(getOne(), getOther(), reason),
        TwinWords.text("pair.kept"),
        "/editor/twins");
  }

  /** Makes the account an incident of its own again. */
  public void split() {
    String account = getAccount();
    act(
        () -> service.split(account, reason),
        MessageFormat.format(TwinWords.text("pair.wasSplit"), account),
        "/incidents/" + account);
  }

  private void act(Runnable step, String done, String next) {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      step.run();
      Answers.notice(context, done);
      Answers.redirect(context, next);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused, Map.of("reason", field()));
    } catch (ConflictException changed) {
      oneVersion = pair.oneVersion();
      otherVersion = pair.otherVersion();
      say(context, changed.getMessage());
    } catch (RefusedException refused) {
      say(context, refused.getMessage());
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    }
  }

  private static int seen(Integer version) {
    return version == null ? -1 : version;
  }

  /** Where a reason is given: once they are one incident, in the form that splits them. */
  private String field() {
    return getAccount() == null ? "reason" : "why";
  }

  private void say(FacesContext context, String sentence) {
    context.addMessage(field(), new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    context.validationFailed();
  }

  /** Both accounts, line by line. */
  public List<Line> getLines() {
    if (getPair() == null) {
      return List.of();
    }
    IncidentSummary a = one.summary();
    IncidentSummary b = other.summary();
    List<Line> lines = new ArrayList<>();
    line(lines, "title", a.title(), b.title());
    line(lines, "when", when(a), when(b));
    line(lines, "position", place(a), place(b));
    line(lines, "area", a.area(), b.area());
    line(lines, "kind", word("kind." + a.kind()), word("kind." + b.kind()));
    line(lines, "ship", ship(a), ship(b));
    line(lines, "harmed", harmed(one), harmed(other));
    line(lines, "severity", severity(a), severity(b));
    line(lines, "status", word("status." + a.status()), word("status." + b.status()));
    line(lines, "told", one.told(), other.told());
    line(lines, "tlp", a.tlp().label(), b.tlp().label());
    line(lines, "source", source(a), source(b));
    line(lines, "text", a.text(), b.text());
    return lines;
  }

  private static void line(List<Line> lines, String key, String one, String other) {
    boolean nothing = blank(one) && blank(other);
    if (!nothing) {
      lines.add(
          new Line(
              TwinWords.text("line." + key),
              blank(one) ? null : one,
              blank(other) ? null : other,
              !Objects.equals(one, other),
              key.equals("text")));
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static String word(String key) {
    return IncidentWords.text(key);
  }

  private static String when(IncidentSummary i) {
    return TimeText.utc(i.occurredAt(), i.precision());
  }

  private static String place(IncidentSummary i) {
    return i.position() == null ? null : i.position().format();
  }

  private static String severity(IncidentSummary i) {
    return word("severity." + (i.severity() == null ? "none" : i.severity()));
  }

  private static String harmed(IncidentDetail d) {
    return d.personsHarmed() == null
        ? null
        : word("harmed.fact." + d.personsHarmed())
            + (blank(d.harmNote()) ? "" : ". " + d.harmNote());
  }

  private static String ship(IncidentSummary i) {
    List<String> parts = new ArrayList<>();
    if (!blank(i.shipName())) {
      parts.add(i.shipName());
    }
    if (!blank(i.shipImo())) {
      parts.add("IMO " + i.shipImo());
    }
    if (!blank(i.shipType())) {
      parts.add(i.shipType());
    }
    return String.join(", ", parts);
  }

  private static String source(IncidentSummary i) {
    return i.source().label() + (blank(i.sourceReference()) ? "" : " " + i.sourceReference());
  }

  /** The reference of the account when they are merged, else null. */
  public String getAccount() {
    return getPair() == null
        ? null
        : switch (pair.state()) {
          case ONE_HOLDS_OTHER -> getOther();
          case OTHER_HOLDS_ONE -> getOne();
          default -> null;
        };
  }

  /** What splitting does, as a sentence. */
  public String getSplitText() {
    boolean first = getPair() != null && pair.state() == TwinPair.State.OTHER_HOLDS_ONE;
    return MessageFormat.format(
        TwinWords.text("pair.split.text"),
        first ? getOne() : getOther(),
        first ? getOther() : getOne());
  }

  /** The likeness as a sentence; null when nobody proposed them. */
  public String getScore() {
    return getPair() == null || pair.score() == 0
        ? null
        : MessageFormat.format(TwinWords.text("pair.score"), pair.score());
  }

  /** Whether they can be merged or kept apart. */
  public boolean isOpen() {
    return getPair() != null
        && (pair.state() == TwinPair.State.UNKNOWN
            || pair.state() == TwinPair.State.PROPOSED
            || pair.state() == TwinPair.State.APART);
  }

  /** Both references, to choose which one stays. */
  public List<SelectItem> getChoices() {
    return getPair() == null ? List.of() : List.of(choice(one), choice(other));
  }

  private static SelectItem choice(IncidentDetail detail) {
    IncidentSummary i = detail.summary();
    return new SelectItem(
        i.reference(), i.reference() + ", " + source(i), i.tlp().label() + ". " + i.title());
  }

  /** The first reference. */
  public String getOne() {
    return getPair() == null ? "" : one.summary().reference();
  }

  /** The other reference. */
  public String getOther() {
    return getPair() == null ? "" : other.summary().reference();
  }

  public String getStays() {
    return stays;
  }

  public void setStays(String stays) {
    this.stays = stays;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public Integer getOneVersion() {
    return oneVersion;
  }

  public void setOneVersion(Integer oneVersion) {
    this.oneVersion = oneVersion;
  }

  public Integer getOtherVersion() {
    return otherVersion;
  }

  public void setOtherVersion(Integer otherVersion) {
    this.otherVersion = otherVersion;
  }
}

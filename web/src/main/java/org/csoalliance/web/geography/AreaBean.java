package org.csoalliance.web.geography;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.csoalliance.geography.SeaArea;
import org.csoalliance.geography.SeaAreaService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** Draws a named sea area: a text of positions, which the chart beside it only fills. */
@Named("area")
@ViewScoped
public class AreaBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/editor/areas";

  @Inject private SeaAreaService service;
  @Inject private CallerContext caller;

  private String slug;
  private int version;
  private String name;
  private String note;
  private String outline;

  /** Editors and administrators alone; the area of the address, or an empty form. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.EDITOR) && !caller.reader().is(Role.ADMINISTRATOR)) {
      Answers.forbidden(context);
      return;
    }
    String asked = Asked.parameter("slug");
    if (asked != null) {
      SeaArea area = service.find(asked).orElse(null);
      if (area == null) {
        Answers.notFound(context);
        return;
      }
      slug = area.slug();
      version = area.version();
      name = area.name();
      note = area.note();
      outline = area.outline().typed();
    }
  }

  /** Keeps what was drawn, or says what to mend and keeps what was typed. */
  public void save() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      if (slug == null) {
        service.add(name, note, outline);
      } else {
        service.save(slug, version, name, note, outline);
      }
      Answers.notice(context, "The area " + name.strip() + " is kept.");
      Answers.redirect(context, LIST);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException overtaken) {
      String sentence = overtaken.getMessage();
      context.addMessage(
          "outline", new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
      context.validationFailed();
    }
  }

  /** Removes the area. */
  public void remove() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      service.remove(slug);
      Answers.notice(context, "The area " + name + " is removed.");
    } catch (NotFoundException gone) {
      Answers.notice(context, "This area was removed before.");
    }
    Answers.redirect(context, LIST);
  }

  /** Whether an area is changed, and not a new one drawn. */
  public boolean isKnown() {
    return slug != null;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  /** One position a line. */
  public String getOutline() {
    return outline;
  }

  public void setOutline(String outline) {
    this.outline = outline;
  }
}

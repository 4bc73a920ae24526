package org.csoalliance.web.event.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.csoalliance.event.door.BadgeDesk;
import org.csoalliance.event.door.BadgeService;
import org.csoalliance.event.door.BadgeSheet;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Download;

/** Prints badges and says how their bands look. */
@Named("badges")
@RequestScoped
public class BadgesBean {
  private static final List<String> COLOURS =
      List.of("Blue", "Magenta", "Green", "Brown", "Red", "Grey");

  @Inject private BadgeService service;

  private BadgeDesk desk;

  /** Reads them, and does what a button says. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      getDesk();
      if (context.isPostback()) {
        act(context);
      }
    } catch (NotFoundException none) {
      Answers.notFound(context);
    } catch (ConflictException nothing) {
      Answers.notice(context, nothing.getMessage());
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    }
  }

  private void act(FacesContext context) {
    String one = number("one");
    String print = Asked.parameter("print");
    if (one != null || print != null) {
      byte[] pdf =
          service.print(
              getSlug(),
              BadgeSheet.valueOf(getSheet()),
              one == null ? null : Long.valueOf(one),
              "new".equals(print));
      Download.send(context, "badges-" + getSlug() + ".pdf", "application/pdf", pdf, true, null);
    } else if (number("category") != null) {
      String category = number("category");
      try {
        service.style(
            getSlug(),
            Long.parseLong(category),
            Asked.parameter("colour"),
            Asked.parameter("role"));
      } catch (InvalidException refused) {
        Answers.invalid(
            context,
            refused,
            java.util.Map.of("role", "role-" + category, "colour", "colour-" + category));
        return;
      }
      Answers.notice(context, DoorWords.text("notice.style"));
      Answers.redirect(context, "/organiser/" + getSlug() + "/badges");
      context.responseComplete();
    }
  }

  private static String number(String name) {
    String given = Asked.parameter(name);
    return given != null && given.matches("[0-9]{1,18}") ? given : null;
  }

  /** The badges; a form that is sent asks before the page is loaded. */
  public BadgeDesk getDesk() {
    if (desk == null) {
      desk = service.desk(getSlug());
    }
    return desk;
  }

  /** The part of the address. */
  public String getSlug() {
    return Asked.parameter("slug");
  }

  /** The paper that is chosen. */
  public String getSheet() {
    String given = Asked.parameter("sheet");
    return Arrays.stream(BadgeSheet.values())
        .map(Enum::name)
        .filter(name -> name.equals(given))
        .findFirst()
        .orElse(BadgeSheet.A6.name());
  }

  /** What is printed on. */
  public BadgeSheet[] getSheets() {
    return BadgeSheet.values();
  }

  /** Colours of bands. */
  public List<String> getColours() {
    return service.colours();
  }

  /** A colour as people call it. */
  public String colourWords(String colour) {
    int at = service.colours().indexOf(colour);
    return at < 0 ? colour : COLOURS.get(at);
  }
}

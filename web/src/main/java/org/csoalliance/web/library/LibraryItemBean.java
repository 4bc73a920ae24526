package org.csoalliance.web.library;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.library.LibraryContent;
import org.csoalliance.library.LibraryItem;
import org.csoalliance.library.LibraryService;
import org.csoalliance.library.ShipAsk;
import org.csoalliance.library.ShipAskService;
import org.csoalliance.membership.ShipSummary;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Download;
import org.csoalliance.web.shared.Plural;
import org.csoalliance.web.shared.Typed;

/** An item: its files, the bundle for ships, and which ships have confirmed. */
@Named("libraryItem")
@RequestScoped
public class LibraryItemBean {
  @EJB private LibraryService service;
  @EJB private ShipAskService asks;
  @Inject private CallerContext caller;

  private LibraryItem item;
  private List<ShipSummary> ships = List.of();
  private List<ShipAsk> asked = List.of();

  /** Asks ships where that was posted, then shows the item. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      item = service.open(slug());
      boolean fleet = caller.reader().is(Role.MEMBER) && caller.reader().companyId() != null;
      if (Typed.isPost()) {
        if (!fleet) {
          Answers.forbidden(context);
          return;
        }
        ask(context);
      }
      if (fleet && !context.getResponseComplete()) {
        ships = asks.ships();
        asked = asks.asked(slug());
      }
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  private void ask(FacesContext context) {
    Map<String, String> mails = new LinkedHashMap<>();
    context
        .getExternalContext()
        .getRequestParameterMap()
        .forEach(
            (name, value) -> {
              if (name.matches("mail-[0-9]{7}")) {
                mails.put(name.substring(5), value);
              }
            });
    try {
      int count = asks.ask(slug(), mails);
      Answers.notice(
          context,
          count == 0
              ? "These ships have confirmed already."
              : Plural.of(count, "ship is", "ships are") + " asked, by a mail with a link.");
      Answers.redirect(context, "/library/" + slug());
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    }
  }

  /** Answers with a file, its small picture, or the bundle. */
  public void send() {
    FacesContext context = FacesContext.getCurrentInstance();
    String which = String.valueOf(Asked.parameter("file"));
    boolean picture = which.endsWith(".jpg");
    String number = picture ? which.substring(0, which.length() - 4) : which;
    try {
      LibraryContent content;
      if (which.equals("ships.zip")) {
        content = service.bundle(slug());
      } else if (number.matches("[0-9]{1,18}")) {
        content = service.file(slug(), Long.parseLong(number), picture);
      } else {
        throw new NotFoundException("There is no such file.");
      }
      Download.send(
          context,
          content.name(),
          content.mediaType(),
          content.content(),
          picture,
          picture && content.everybody() ? "p" + number : null);
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  private static String slug() {
    return Asked.parameter("slug");
  }

  /** The item. */
  public LibraryItem getItem() {
    return item;
  }

  /** The ships of the reader's company. */
  public List<ShipSummary> getShips() {
    return ships;
  }

  /** Which of them were asked. */
  public List<ShipAsk> getAsked() {
    return asked;
  }

  /** The address to which a ship was asked last, empty for none. */
  public String mail(String imo) {
    return asked.stream()
        .filter(each -> each.imo().equals(imo))
        .map(ShipAsk::mail)
        .findFirst()
        .orElse("");
  }

  /** How many have confirmed, in words. */
  public String getConfirmed() {
    long done = asked.stream().filter(each -> each.confirmedAt() != null).count();
    return done + " of " + Plural.of(asked.size(), "ship has", "ships have") + " confirmed";
  }
}

package org.csoalliance.web.listing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.listing.Listing;
import org.csoalliance.listing.ListingCategory;
import org.csoalliance.listing.ListingDeskService;
import org.csoalliance.listing.ListingKind;
import org.csoalliance.listing.NewListing;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Typed;

/** Writes an entry of the directory, new or known. */
@Named("listingEdit")
@RequestScoped
public class ListingEditBean {
  private static final String DESK = "/editor/directory";

  @EJB private ListingDeskService service;
  @Inject private CallerContext caller;

  private Listing entry;

  /** Does what the button says, then shows the entry. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    try {
      String id = Asked.parameter("id");
      if (id != null) {
        entry = service.open(id.matches("[0-9]{1,18}") ? Long.parseLong(id) : -1);
      }
      if (Asked.parameter("large") != null) {
        Answers.invalid(
            context, new InvalidException("logo", "A logo takes 2 MB at most. Save it smaller."));
      } else if (Typed.isPost()) {
        act(context, String.valueOf(Asked.parameter("act")));
      }
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  private void act(FacesContext context, String act) {
    try {
      String done;
      if (act.equals("save")) {
        done = save();
      } else if (entry == null) {
        Answers.badRequest(context);
        return;
      } else {
        done = change(act);
      }
      if (done == null) {
        Answers.badRequest(context);
        return;
      }
      Answers.notice(context, done);
      Answers.redirect(context, DESK);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException refused) {
      Typed.refuse(refused.getMessage());
    }
  }

  private String change(String act) {
    switch (act) {
      case "check" -> service.check(entry.id());
      case "bare" -> service.removeLogo(entry.id());
      case "withdraw" -> service.withdraw(entry.id(), true);
      case "restore" -> service.withdraw(entry.id(), false);
      default -> {
        return null;
      }
    }
    return switch (act) {
      case "check" -> "Noted: " + entry.name() + " was looked at today.";
      case "bare" -> "The logo is gone.";
      case "withdraw" -> entry.name() + " is out of the directory.";
      default -> entry.name() + " is back in the directory.";
    };
  }

  private String save() {
    NewListing made =
        NewListing.typed(
            Asked.parameter("kind"),
            Asked.parameter("name"),
            Asked.parameter("line"),
            Asked.parameter("link"),
            Typed.all("categories"),
            Asked.parameter("audience"));
    byte[] logo = logo();
    if (entry == null) {
      service.add(made, logo);
      return made.name() + " is in the directory.";
    }
    String version = Asked.parameter("version");
    int seen = version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    service.change(entry.id(), seen, made, logo);
    return made.name() + " is changed.";
  }

  private static byte[] logo() {
    HttpServletRequest request =
        (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    try {
      if (request.getContentType() == null || !request.getContentType().startsWith("multipart/")) {
        return null;
      }
      Part part = request.getPart("logo");
      if (part == null || part.getSize() == 0) {
        return null;
      }
      if (part.getSize() > ListingDeskService.MOST_LOGO) {
        throw new InvalidException("logo", "A logo takes 2 MB at most. Save it smaller.");
      }
      try (java.io.InputStream in = part.getInputStream()) {
        return in.readAllBytes();
      }
    } catch (IOException | ServletException broken) {
      throw new InvalidException("logo", "The logo did not arrive whole. Send it again.");
    }
  }

  /** The entry, null for a new one. */
  public Listing getEntry() {
    return entry;
  }

  /** Where the form is posted to. */
  public String getAddress() {
    return entry == null ? DESK + "/new" : DESK + "/" + entry.id();
  }

  /** Choices of a kind. */
  public Map<String, String> getKinds() {
    Map<String, String> choices = new LinkedHashMap<>();
    for (ListingKind kind : ListingKind.values()) {
      choices.put(kind.name(), kind.words());
    }
    return choices;
  }

  /** Choices of who sees it. */
  public Map<String, String> getAudiences() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("PUBLIC", "Everybody");
    choices.put("MEMBERS", "Members, and partners by agreement");
    return choices;
  }

  /** Who sees it now. */
  public String getAudience() {
    return entry == null || entry.everybody() ? "PUBLIC" : "MEMBERS";
  }

  /** Every category. */
  public List<ListingCategory> getCategories() {
    return List.of(ListingCategory.values());
  }

  /** The names of those that are chosen. */
  public List<String> getChosen() {
    return entry == null ? List.of() : entry.categories().stream().map(Enum::name).toList();
  }
}

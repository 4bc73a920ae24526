package org.csoalliance.web.library;

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
import org.csoalliance.library.DownloadCount;
import org.csoalliance.library.FileFormat;
import org.csoalliance.library.LibraryDeskService;
import org.csoalliance.library.LibraryItem;
import org.csoalliance.library.NewFile;
import org.csoalliance.library.NewItem;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Typed;

/** Where editors keep the library: {@code /editor/library} and a page for each item. */
@Named("libraryDesk")
@RequestScoped
public class LibraryDeskBean {
  private static final String DESK = "/editor/library";

  @EJB private LibraryDeskService service;
  @Inject private CallerContext caller;

  private LibraryItem item;

  /** Does what the button says, then shows the page. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    try {
      if (Asked.parameter("large") != null) {
        Answers.invalid(context, new InvalidException("file", "A file takes 25 MB at most."));
      } else if (Typed.isPost()) {
        act(context, String.valueOf(Asked.parameter("act")));
      }
      if (!context.getResponseComplete() && Asked.parameter("id") != null) {
        item = service.open(number("id"));
      }
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  private void act(FacesContext context, String act) {
    try {
      switch (act) {
        case "create" -> {
          long made = service.create(typed());
          done(context, "The item stands as a draft. Add files, then publish it.", "/" + made);
        }
        case "change" -> {
          service.change(number("id"), typed());
          done(context, "The item is changed.", here());
        }
        case "add" -> {
          service.add(number("id"), file());
          done(context, "The file is added.", here());
        }
        case "remove" -> {
          service.remove(number("id"), number("gone"));
          done(context, "The file is taken out.", here());
        }
        case "publish" -> {
          service.publish(number("id"));
          done(context, "The item is out.", here());
        }
        case "withdraw" -> {
          service.withdraw(number("id"));
          done(context, "The item is taken back.", here());
        }
        default -> Answers.badRequest(context);
      }
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException refused) {
      Typed.refuse(refused.getMessage());
    }
  }

  private static void done(FacesContext context, String sentence, String where) {
    Answers.notice(context, sentence);
    Answers.redirect(context, DESK + where);
  }

  private static String here() {
    return "/" + number("id");
  }

  private static long number(String name) {
    String text = Asked.parameter(name);
    return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }

  private static NewItem typed() {
    return NewItem.typed(
        Asked.parameter("title"),
        Asked.parameter("summary"),
        Asked.parameter("campaign"),
        Asked.parameter("audience"));
  }

  private static NewFile file() {
    HttpServletRequest request =
        (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    String type = request.getContentType();
    Part part = null;
    byte[] content = null;
    try {
      if (type != null && type.startsWith("multipart/")) {
        part = request.getPart("file");
      }
      if (part != null && part.getSize() > LibraryDeskService.MOST_FILE) {
        throw new InvalidException("file", "A file takes 25 MB at most.");
      }
      if (part != null && part.getSize() > 0) {
        try (java.io.InputStream in = part.getInputStream()) {
          content = in.readAllBytes();
        }
      }
    } catch (IOException | ServletException broken) {
      throw new InvalidException("file", "The file did not arrive whole. Send it again.");
    }
    long replaces = number("replaces");
    return NewFile.typed(
        part == null || part.getSubmittedFileName() == null ? "file" : part.getSubmittedFileName(),
        Asked.parameter("format"),
        Asked.parameter("language"),
        Asked.parameter("paper"),
        Asked.parameter("use"),
        replaces < 0 ? null : replaces,
        content);
  }

  /** Every item. */
  public List<LibraryItem> getAll() {
    return service.all();
  }

  /** The item of the page. */
  public LibraryItem getItem() {
    return item;
  }

  /** How often it was fetched. */
  public List<DownloadCount> getDownloads() {
    return item == null ? List.of() : service.downloads(item.id());
  }

  /** Who can read an item. */
  public Map<String, String> getAudiences() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("CLEAR", "Everybody (TLP:CLEAR)");
    choices.put("GREEN", "Members and partners by agreement (TLP:GREEN)");
    choices.put("AMBER", "Members (TLP:AMBER)");
    service
        .groups()
        .forEach(group -> choices.put(String.valueOf(group.id()), "The group " + group.name()));
    return choices;
  }

  /** Who reads the item now. */
  public String getAudience() {
    return item == null
        ? "CLEAR"
        : item.groupId() == null ? item.tlp().name() : String.valueOf(item.groupId());
  }

  /** Choices of a format. */
  public Map<String, String> getFormats() {
    Map<String, String> choices = new LinkedHashMap<>();
    for (FileFormat format : FileFormat.values()) {
      choices.put(format.name(), format.words());
    }
    return choices;
  }

  /** What a file is for. */
  public Map<String, String> getUses() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("SHIP", "Ships: in the bundle below 2 MB");
    choices.put("PRINT", "Print");
    return choices;
  }

  /** Which file a new one can take the place of. */
  public Map<String, String> getReplaceable() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("", "None: it is a new file");
    if (item != null) {
      item.current()
          .forEach(
              file ->
                  choices.put(
                      String.valueOf(file.id()), file.name() + ", version " + file.version()));
    }
    return choices;
  }
}

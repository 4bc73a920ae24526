package org.csoalliance.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.event.EventDocument;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.EventMediaDeskService;
import org.csoalliance.event.EventProgramme;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.web.shared.Answers;

/** The picture and the papers of an event, for its organiser. */
@Named("deskMedia")
@RequestScoped
public class DeskMediaBean {
  @Inject private EventMediaDeskService service;
  @Inject private DeskBean desk;

  private EventProgramme programme;

  /** A file as the browser sent it; null content: none was chosen. */
  private record Sent(String name, byte[] content) {}

  /** Takes a picture, then reads the page. */
  public void loadPicture() {
    load(
        "/picture",
        EventMediaDeskService.MOST_PICTURE,
        slug -> {
          if (DeskBean.given("gone") != null) {
            service.noPicture(slug);
            return DeskWords.fill("picture.gone");
          }
          byte[] content = sent(EventMediaDeskService.MOST_PICTURE).content();
          service.picture(slug, content, DeskBean.given("alt"));
          return DeskWords.fill("picture.kept");
        });
  }

  /** Takes a paper, or a change of one, then reads the page. */
  public void loadPapers() {
    load("/papers", EventMediaDeskService.MOST_PAPER, this::paper);
  }

  private String paper(String slug) {
    if (DeskBean.given("gone") != null) {
      service.remove(slug, DeskBean.number("gone"));
      return DeskWords.fill("papers.gone");
    }
    boolean afterwards = "after".equals(DeskBean.given("when"));
    if (DeskBean.given("paper") != null) {
      service.change(slug, DeskBean.number("paper"), DeskBean.given("title"), label(), afterwards);
      return DeskWords.fill("papers.changed");
    }
    Sent sent = sent(EventMediaDeskService.MOST_PAPER);
    String found =
        service.add(
            slug, DeskBean.given("title"), label(), afterwards, sent.name(), sent.content());
    return DeskWords.fill(found.isEmpty() ? "papers.added" : "papers.cleaned", found);
  }

  private static Tlp label() {
    return Arrays.stream(Tlp.values())
        .filter(tlp -> tlp.name().equals(DeskBean.given("tlp")))
        .findFirst()
        .orElse(null);
  }

  /** Work on an event. */
  @FunctionalInterface
  private interface Work {
    String on(String slug);
  }

  private void load(String address, int most, Work work) {
    if (!desk.open(EventDuty.ORGANISER)) {
      return;
    }
    FacesContext context = FacesContext.getCurrentInstance();
    String slug = desk.getEvent().slug();
    if (DeskBean.posted()) {
      desk.act(address, () -> work.on(slug));
    } else if (DeskBean.given("large") != null) {
      Answers.invalid(context, tooLarge(most));
    }
    if (!context.getResponseComplete()) {
      try {
        programme = service.media(slug);
      } catch (NotFoundException gone) {
        Answers.notFound(context);
      }
    }
  }

  private static InvalidException tooLarge(int most) {
    return new InvalidException("file", DeskWords.fill("file.large", most / (1024 * 1024)));
  }

  private static Sent sent(int most) {
    HttpServletRequest request =
        (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    String type = request.getContentType();
    try {
      Part part = type != null && type.startsWith("multipart/") ? request.getPart("file") : null;
      if (part == null || part.getSize() == 0) {
        return new Sent("", null);
      }
      if (part.getSize() > most) {
        throw tooLarge(most);
      }
      try (InputStream in = part.getInputStream()) {
        return new Sent(part.getSubmittedFileName(), in.readAllBytes());
      }
    } catch (IOException | ServletException broken) {
      throw new InvalidException("file", DeskWords.fill("file.broken"));
    }
  }

  public EventProgramme getProgramme() {
    return programme;
  }

  /** What is changed; null: a paper is added. */
  public EventDocument getChanging() {
    long id = DeskBean.number("paper");
    return programme.documents().stream().filter(one -> one.id() == id).findFirst().orElse(null);
  }

  /** The labels to choose from. */
  public Map<String, String> getLabels() {
    Map<String, String> labels = new LinkedHashMap<>();
    for (Tlp tlp : List.of(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT)) {
      labels.put(tlp.name(), DeskWords.fill("papers.tlp." + tlp));
    }
    return labels;
  }

  /** When a paper is shown. */
  public Map<String, String> getTimes() {
    Map<String, String> times = new LinkedHashMap<>();
    times.put("before", DeskWords.fill("papers.before"));
    times.put("after", DeskWords.fill("papers.after"));
    return times;
  }
}

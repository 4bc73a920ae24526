package org.csoalliance.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.desk.DeskFilter;
import org.csoalliance.event.mailing.MailPreview;
import org.csoalliance.event.mailing.MailingService;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Plural;

/**
 * A mail to everybody whom a filter finds: written, looked at as one of them reads it, then sent.
 */
@Named("deskWrite")
@RequestScoped
public class DeskWriteBean {
  @Inject private MailingService service;
  @Inject private DeskBean desk;

  private DeskFilter filter = DeskFilter.ALL;
  private MailPreview preview;
  private int count;
  private String token;

  /** Takes the button that was pressed. */
  public void load() {
    if (!desk.open(EventDuty.ORGANISER)) {
      return;
    }
    FacesContext context = FacesContext.getCurrentInstance();
    filter = DeskFilter.parse(DeskBean.parameters());
    token = uuid(DeskBean.given("token"));
    String slug = desk.getEvent().slug();
    if (DeskBean.posted() && DeskBean.given("send") != null) {
      long[] id = new long[1];
      desk.act(
          "/mails",
          () -> {
            id[0] =
                service.send(
                    slug,
                    filter,
                    UUID.fromString(token),
                    DeskBean.given("subject"),
                    DeskBean.given("words"),
                    getAudience());
            return DeskWords.fill("write.sent");
          });
    } else if (DeskBean.posted() && DeskBean.given("look") != null) {
      try {
        preview = service.preview(slug, filter, DeskBean.given("subject"), DeskBean.given("words"));
      } catch (InvalidException refused) {
        Answers.invalid(context, refused, java.util.Map.of("text", "words"));
      }
    }
    if (!context.getResponseComplete()) {
      count = preview == null ? service.count(slug, filter) : preview.count();
    }
  }

  private static String uuid(String given) {
    try {
      return UUID.fromString(given == null ? "" : given).toString();
    } catch (IllegalArgumentException none) {
      return UUID.randomUUID().toString();
    }
  }

  /** Whom it goes to, in words. */
  public String getAudience() {
    StringBuilder words =
        new StringBuilder(
            filter.group() == null ? DeskWords.fill("write.all") : filter.group().words());
    if (filter.category() != null || filter.session() != null) {
      words.append(", ").append(DeskWords.fill("write.part"));
    }
    if (!filter.company().isEmpty()) {
      words.append(", ").append(filter.company());
    }
    if (!filter.text().isEmpty()) {
      words.append(", ").append(filter.text());
    }
    return words.toString();
  }

  /** How many, in words. */
  public String getPeople() {
    return Plural.of(count, "person", "people");
  }

  /** Whether somebody gets it. */
  public boolean isSomebody() {
    return count > 0;
  }

  /** How the first of them reads it; null before it was asked for. */
  public MailPreview getPreview() {
    return preview;
  }

  /** The number of the form: sent twice it is one mail. */
  public String getToken() {
    return token;
  }

  /** The filter's query, to keep it through a post. */
  public String getQuery() {
    String query = filter.query();
    return query.isEmpty() ? "" : "?" + query;
  }
}

package org.csoalliance.web.event.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.csoalliance.event.door.TicketPage;
import org.csoalliance.event.door.TicketService;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.qr.QrCode;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Download;

/** A ticket: as a page that a phone keeps, and as a PDF. */
@Named("ticket")
@RequestScoped
public class TicketBean {
  @Inject private TicketService tickets;

  private TicketPage page;
  private QrCode.Picture picture;

  /** The ticket of the link in the address. */
  public void load() {
    try {
      page = tickets.linked(Asked.parameter("link"));
      picture = page.token() == null ? null : QrCode.of(page.token());
    } catch (NotFoundException none) {
      Answers.notFound(FacesContext.getCurrentInstance());
    }
  }

  /** Leads whoever is signed in to the own ticket of an event. */
  public void own() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      Answers.redirect(context, "/tickets/" + tickets.own(Asked.parameter("slug")).link());
      context.responseComplete();
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  /** For pages of the person: where the ticket of this number opens. */
  public String address(String number) {
    return "/tickets/" + tickets.link(number);
  }

  /** Sends the PDF. */
  public void pdf() {
    load();
    if (page == null) {
      return;
    }
    if (page.token() == null) {
      page = null;
      Answers.notFound(FacesContext.getCurrentInstance());
      return;
    }
    Download.send(
        FacesContext.getCurrentInstance(),
        "ticket-" + page.slug() + ".pdf",
        "application/pdf",
        TicketSheet.pdf(page),
        true,
        null);
  }

  /** The ticket, null when there is none. */
  public TicketPage getPage() {
    return page;
  }

  /** The picture for the door, null without a seat. */
  public QrCode.Picture getPicture() {
    return picture;
  }

  /** When, by the clock of the venue. */
  public String getWhen() {
    return DoorWords.when(page.startsAt(), page.endsAt(), page.zone());
  }

  /** The same in UTC. */
  public String getWhenUtc() {
    return DoorWords.whenUtc(page.startsAt(), page.endsAt());
  }
}

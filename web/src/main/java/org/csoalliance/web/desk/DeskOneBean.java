package org.csoalliance.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.desk.DeskFilter;
import org.csoalliance.event.desk.DeskRegistration;
import org.csoalliance.event.desk.DeskService;
import org.csoalliance.event.invoice.Invoice;
import org.csoalliance.event.invoice.InvoiceDeskService;
import org.csoalliance.event.invoice.InvoiceStatus;
import org.csoalliance.event.question.GivenAnswer;
import org.csoalliance.event.registration.RegistrationState;
import org.csoalliance.event.registration.WaitingOrderService;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;

/** One registration for the organiser, with the way to its neighbours in the filtered list. */
@Named("deskOne")
@RequestScoped
public class DeskOneBean {
  @Inject private DeskService service;
  @Inject private DeskBean desk;
  @Inject private DeskBulk bulk;
  @Inject private WaitingOrderService line;
  @Inject private InvoiceDeskService payments;

  private DeskRegistration one;
  private List<GivenAnswer> answers = List.of();
  private boolean first;
  private List<Invoice> invoices = List.of();
  private DeskFilter filter = DeskFilter.ALL;

  /** Takes a button, then reads the registration. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!desk.open(EventDuty.ORGANISER, EventDuty.AUDITOR)) {
      return;
    }
    filter = DeskFilter.parse(DeskBean.parameters());
    String slug = desk.getEvent().slug();
    long id = DeskBean.number("id");
    if (DeskBean.posted()) {
      desk.act(
          address(id),
          () ->
              DeskBulk.Act.FIRST.name().equals(DeskBean.given("sure"))
                  ? first(slug, id)
                  : bulk.run(slug, DeskBean.given("sure"), List.of(id), DeskBean.given("reason")));
    }
    if (!context.getResponseComplete()) {
      try {
        one = service.one(slug, id, filter);
        answers = service.answers(slug, id);
        invoices = one.row().price().signum() > 0 ? payments.of(slug, id) : List.of();
        first = one.row().state() == RegistrationState.WAITLISTED && line.first(slug, id);
      } catch (NotFoundException none) {
        Answers.notFound(context);
      }
    }
  }

  private String first(String slug, long id) {
    line.move(slug, id, 1, DeskBean.given("reason"));
    return DeskWords.fill("first.done");
  }

  /** What the person answered, as far as the reader may know. */
  public List<GivenAnswer> getAnswers() {
    return answers;
  }

  /** Its invoices, the newest first. */
  public List<Invoice> getInvoices() {
    return invoices;
  }

  /** The list of invoices with this one alone. */
  public String invoice(Invoice each) {
    return desk.at("/invoices?text=" + each.number());
  }

  /** The invoice that was paid for a registration that has ended; null: none. */
  public Invoice getKept() {
    return one.row().state().counts()
        ? null
        : invoices.stream()
            .filter(each -> each.status() == InvoiceStatus.PAID)
            .findFirst()
            .orElse(null);
  }

  private String address(long id) {
    String query = filter.query();
    return "/registrations/" + id + (query.isEmpty() ? "" : "?" + query);
  }

  /** The page of a neighbour. */
  public String to(Long id) {
    return id == null ? null : desk.at(address(id));
  }

  /** The list that the reader came from. */
  public String getList() {
    String query = filter.query();
    return desk.at("/registrations" + (query.isEmpty() ? "" : "?" + query));
  }

  /** What is to be confirmed; null: nothing. */
  public DeskBulk.Act getAsking() {
    String asked = DeskBean.posted() ? DeskBean.given("sure") : DeskBean.given("act");
    return DeskBulk.Act.of(asked);
  }

  /** This page, asking to confirm. */
  public String ask(DeskBulk.Act act) {
    String query = filter.query();
    return desk.at(
        "/registrations/"
            + one.row().id()
            + "?"
            + (query.isEmpty() ? "" : query + "&")
            + "act="
            + act.name()
            + "#sure");
  }

  /** What can be done as it stands. */
  public List<DeskBulk.Act> getActs() {
    RegistrationState state = one.row().state();
    boolean asks = state == RegistrationState.REQUESTED || state == RegistrationState.VETTING;
    boolean waits = state == RegistrationState.WAITLISTED && one.row().offerUntil() == null;
    boolean over = state == RegistrationState.ATTENDED || state == RegistrationState.NO_SHOW;
    List<DeskBulk.Act> acts = new ArrayList<>();
    if (asks) {
      acts.add(DeskBulk.Act.APPROVE);
      acts.add(DeskBulk.Act.DECLINE);
    }
    if (waits) {
      if (!first) {
        acts.add(DeskBulk.Act.FIRST);
      }
      acts.add(DeskBulk.Act.OFFER);
    }
    if (state.seat() && one.row().price().signum() > 0) {
      acts.add(DeskBulk.Act.PAY);
    }
    acts.add(DeskBulk.Act.RESEND);
    if (state.counts() && !asks && !over) {
      acts.add(DeskBulk.Act.CANCEL);
    }
    return acts;
  }

  public DeskRegistration getOne() {
    return one;
  }
}

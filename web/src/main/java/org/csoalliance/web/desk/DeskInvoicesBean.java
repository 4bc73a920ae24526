package org.csoalliance.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.StringJoiner;
import org.csoalliance.event.invoice.Invoice;
import org.csoalliance.event.invoice.InvoiceDeskService;
import org.csoalliance.event.invoice.InvoicePage;
import org.csoalliance.event.invoice.InvoiceStatus;
import org.csoalliance.event.invoice.Payment;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.event.invoice.InvoiceWords;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Plural;

/** The invoices of an event: what is to come, what came, and what goes back. */
@Named("deskInvoices")
@RequestScoped
public class DeskInvoicesBean {
  private static final int LIMIT = 50;

  @Inject private InvoiceDeskService service;
  @Inject private DeskBean desk;
  @Inject private InvoiceWords words;

  private InvoicePage page;
  private Invoice ending;
  private List<Long> picked = List.of();

  /** Takes a button, then reads the page. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    String slug = DeskBean.given("slug");
    try {
      page = service.page(slug, status(), text(), before(), LIMIT);
      desk.opened(page.event());
      if (DeskBean.given("end") != null && desk.is("ORGANISER")) {
        ending = service.one(slug, DeskBean.number("end"));
      }
      if (DeskBean.posted()) {
        act(slug);
      }
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  private void act(String slug) {
    picked =
        DeskBean.all("pick").stream()
            .filter(id -> id.matches("[0-9]{1,18}"))
            .map(Long::valueOf)
            .toList();
    if (DeskBean.given("paid") != null) {
      desk.act(back(), () -> paid(service.pay(slug, picked, payment())));
    } else if (DeskBean.given("unpay") != null) {
      desk.act(back(), () -> unpaid(slug, DeskBean.number("unpay")));
    } else if (ending != null) {
      desk.act(back(), () -> ended(slug));
    }
  }

  static String paid(int count) {
    return Plural.of(count, "payment is", "payments are") + " recorded.";
  }

  private String unpaid(String slug, long id) {
    Invoice invoice = service.one(slug, id);
    service.unpay(slug, id);
    return words.of("desk.unpay.done", invoice.number());
  }

  private String ended(String slug) {
    service.end(slug, ending.id(), DeskBean.given("reason"));
    return words.of("desk.end.done", ending.number());
  }

  /** What was typed about a payment; a day that is none counts as none. */
  static Payment payment() {
    LocalDate day = null;
    try {
      String typed = DeskBean.given("day");
      day = typed == null ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeParseException none) {
      // the service asks for it
    }
    return new Payment(day, DeskBean.given("how"), DeskBean.given("note"));
  }

  private static InvoiceStatus status() {
    return InvoiceStatus.of(DeskBean.given("status")).orElse(null);
  }

  private static String text() {
    String text = DeskBean.given("text");
    return text == null ? "" : text;
  }

  private static Long before() {
    long before = DeskBean.number("before");
    return before < 0 ? null : (Long) before;
  }

  private static String back() {
    String query = query();
    return "/invoices" + (query.isEmpty() ? "" : "?" + query);
  }

  private static String query() {
    StringJoiner query = new StringJoiner("&");
    if (status() != null) {
      query.add("status=" + status().key());
    }
    if (!text().isEmpty()) {
      String text = text().length() > 100 ? text().substring(0, 100) : text();
      query.add("text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }
    return query.toString();
  }

  private String with(String more) {
    String query = query();
    return desk.at("/invoices?" + (query.isEmpty() ? "" : query + "&") + more);
  }

  public InvoicePage getPage() {
    return page;
  }

  /** This list with its filter, where forms go. */
  public String getAddress() {
    return desk.at(back());
  }

  /** The next page; null: this is the last. */
  public String getNext() {
    return page.next() == null ? null : with("before=" + page.next());
  }

  /** Asks to confirm the end of one. */
  public String end(Invoice invoice) {
    return with("end=" + invoice.id()) + "#sure";
  }

  /** The list of a status. */
  public String only(InvoiceStatus status) {
    return desk.at("/invoices?status=" + status.key());
  }

  /** What is to be ended; null: nothing. */
  public Invoice getEnding() {
    return ending;
  }

  /** Whether payments are to be confirmed. */
  public boolean isPaying() {
    return DeskBean.posted() && !picked.isEmpty() && DeskBean.given("unpay") == null;
  }

  /** Whether the button was pressed without a choice. */
  public boolean isNobody() {
    return DeskBean.posted() && DeskBean.given("pay") != null && picked.isEmpty();
  }

  public List<Long> getPicked() {
    return picked;
  }

  /** How many were chosen, in words. */
  public String getPickedWords() {
    return Plural.of(picked.size(), "invoice", "invoices");
  }

  /** Whether the filter narrows. */
  public boolean isNarrow() {
    return status() != null || !text().isEmpty();
  }

  /** What the list is narrowed by; empty: nothing. */
  public String getText() {
    return text();
  }

  /** The key of the status; empty: all. */
  public String getStatus() {
    return status() == null ? "" : status().key();
  }

  /** What there is to narrow by. */
  public InvoiceStatus[] getStatuses() {
    return InvoiceStatus.values();
  }
}

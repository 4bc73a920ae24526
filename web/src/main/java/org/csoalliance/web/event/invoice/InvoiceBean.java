package org.csoalliance.web.event.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.event.invoice.Invoice;
import org.csoalliance.event.invoice.InvoiceService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Download;
import org.csoalliance.web.shared.Typed;

/** An invoice for whoever pays it: as a page, as a PDF, and issued anew to another address. */
@Named("invoicePage")
@RequestScoped
public class InvoiceBean {
  @Inject private InvoiceService invoices;
  @Inject private InvoiceWords words;

  private Invoice invoice;

  /** The invoice of the link; a form that is posted has it issued anew. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      invoice = invoices.linked(Asked.parameter("link"));
      if (Typed.has("address")) {
        readdress(context);
      }
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  private void readdress(FacesContext context) {
    try {
      String link =
          invoices.readdress(
              Asked.parameter("link"),
              Asked.parameter("company"),
              Asked.parameter("address"),
              Asked.parameter("reference"));
      Answers.notice(context, InvoiceWords.fill("address.done"));
      Answers.redirect(context, "/invoices/" + link);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException refused) {
      Typed.refuse(refused.getMessage());
    }
  }

  /** Sends the PDF. */
  public void pdf() {
    load();
    if (invoice != null) {
      Download.send(
          FacesContext.getCurrentInstance(),
          invoice.number() + ".pdf",
          "application/pdf",
          InvoiceSheet.pdf(invoice, words),
          true,
          null);
    }
  }

  /** Null when there is none. */
  public Invoice getInvoice() {
    return invoice;
  }

  /** What it is called. */
  public String getTitle() {
    return invoice == null
        ? ""
        : InvoiceWords.fill(invoice.credit() ? "credit" : "invoice") + " " + invoice.number();
  }

  /** Those of a registration, for the page that shows it. */
  public List<Invoice> of(long registration, String ticket) {
    return invoices.of(registration, ticket);
  }
}

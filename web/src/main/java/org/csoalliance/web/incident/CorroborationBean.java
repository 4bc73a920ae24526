package org.csoalliance.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.csoalliance.incident.corroboration.Corroboration;
import org.csoalliance.incident.corroboration.CorroborationService;
import org.csoalliance.incident.corroboration.PeerAnswer;
import org.csoalliance.incident.corroboration.Stance;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** What other companies say to an incident: the answers on its page, and the forms for one. */
@Named("corroboration")
@RequestScoped
public class CorroborationBean {
  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][ ]HH[:]mm", Locale.ROOT);

  @Inject private CorroborationService service;
  @Inject private IncidentViewBean view;

  /** What it comes to. */
  public Corroboration getAt() {
    return view.getDetail().part(Corroboration.class);
  }

  /** The answer that the reader is about to give, null for none. */
  public Stance getStance() {
    String asked = Asked.parameter("answer");
    for (Stance stance : Stance.values()) {
      if (stance.name().equalsIgnoreCase(asked)) {
        return stance;
      }
    }
    return null;
  }

  /** The standing answer of the reader's company, null when it has none. */
  public Corroboration.Answer getOurs() {
    return getAt().answers().stream()
        .filter(each -> each.ours() && each.stance() != Stance.UPDATE)
        .findFirst()
        .orElse(null);
  }

  /** Keeps the answer. */
  public void answer() {
    run(
        () -> {
          service.answer(
              view.getReference(),
              new PeerAnswer(
                  getStance(),
                  value("peerShip"),
                  distance(),
                  time(),
                  value("peerWords"),
                  Asked.parameter("peerShown") != null));
          return "Your company's answer is kept. The reporter is told.";
        });
  }

  /** Takes the answer of the reader's company back. */
  public void withdraw() {
    run(
        () -> {
          service.withdraw(view.getReference(), number("peerAnswer"));
          return "Your company's answer is taken back.";
        });
  }

  /** An editor accepts an answer. */
  public void accept() {
    decide(true);
  }

  /** An editor declines an answer. */
  public void decline() {
    decide(false);
  }

  private void decide(boolean accept) {
    run(
        () -> {
          service.decide(view.getReference(), number("peerAnswer"), accept, value("answerReason"));
          return accept
              ? "The answer is accepted."
              : "The answer is declined. It no longer counts.";
        });
  }

  @FunctionalInterface
  private interface Work {
    String done();
  }

  private void run(Work work) {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      Answers.notice(context, work.done());
      Answers.redirect(context, "/incidents/" + view.getReference());
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException | RefusedException refused) {
      context.addMessage(
          null, new FacesMessage(FacesMessage.SEVERITY_ERROR, refused.getMessage(), null));
      context.validationFailed();
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    } catch (NumberFormatException unreadable) {
      Answers.badRequest(context);
    }
  }

  private static long number(String parameter) {
    return Long.parseLong(value(parameter));
  }

  private static Double distance() {
    String typed = value("peerDistance").replace(',', '.').strip();
    try {
      return typed.isEmpty() ? null : Double.valueOf(typed);
    } catch (NumberFormatException unreadable) {
      throw new InvalidException(
          "peerDistance", "Write the distance as a number of nautical miles, such as 2.5.");
    }
  }

  private static Instant time() {
    String typed = value("peerTime").strip();
    try {
      return typed.isEmpty() ? null : LocalDateTime.parse(typed, TYPED).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException unreadable) {
      throw new InvalidException("peerTime", "Write the time in UTC as 2026-11-16 0415.");
    }
  }

  /** What was typed into a field. */
  public static String value(String field) {
    String typed = Asked.parameter(field);
    return typed == null ? "" : typed;
  }

  /** What was typed into a field, for the page. */
  public String typed(String field) {
    return value(field);
  }

  /** The facts of an answer in one line. */
  public String facts(Corroboration.Answer answer) {
    StringBuilder facts = new StringBuilder();
    add(facts, answer.ship());
    add(
        facts,
        answer.distanceNm() == null ? null : SharingBean.miles(answer.distanceNm()) + " NM off");
    add(
        facts,
        answer.seenAt() == null
            ? null
            : DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
                .format(answer.seenAt().atOffset(ZoneOffset.UTC)));
    return facts.toString();
  }

  private static void add(StringBuilder facts, String fact) {
    if (fact != null) {
      facts.append(facts.isEmpty() ? "" : ", ").append(fact);
    }
  }
}

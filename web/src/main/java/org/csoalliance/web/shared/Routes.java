package org.csoalliance.web.shared;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The table of addresses: what people, bookmarks and mails know, and the view that answers. A part
 * in braces matches one part of the address and reaches the view as a request parameter of that
 * name. Addresses are relative to the context path.
 */
public final class Routes {
  /**
   * One line of the table.
   *
   * @param pattern such as {@code /incidents/{reference}}
   * @param view such as {@code /incident/view.xhtml}
   * @param still whether the page keeps no view state, because it holds no form that is posted, or
   *     one that must not expire, such as the sign-in's; a visitor who reads it gets no session.
   *     The commands of such a form need ids of their own
   */
  public record Route(String pattern, String view, boolean still) {
    /** A page that keeps view state for its form. */
    Route(String pattern, String view) {
      this(pattern, view, false);
    }

    /** Whether the pattern holds a part in braces. */
    public boolean parametric() {
      return pattern.indexOf('{') >= 0;
    }

    /** The pattern for a servlet mapping that covers this route. */
    String servletPattern() {
      int brace = pattern.indexOf('{');
      if (brace >= 0) {
        return pattern.substring(0, brace) + "*";
      }
      return pattern.equals("/") ? "" : pattern;
    }
  }

  /**
   * An address that was found in the table.
   *
   * @param path the address, decoded, as asked for
   * @param parameters the parts that stood for braces, decoded
   */
  public record Match(Route route, String path, Map<String, String> parameters) {}

  private static final List<Route> TABLE =
      List.of(
          new Route("/", "/home.xhtml", true),
          new Route("/why", "/why/index.xhtml", true),
          new Route("/why/connecting", "/why/connecting.xhtml", true),
          new Route("/why/communicating", "/why/communicating.xhtml", true),
          new Route("/why/confirming", "/why/confirming.xhtml", true),
          new Route("/why/collaborating", "/why/collaborating.xhtml", true),
          new Route("/news", "/publishing/news.xhtml", true),
          new Route("/news/subscribe", "/publishing/subscribe.xhtml", true),
          new Route("/news/confirm", "/publishing/confirm.xhtml", true),
          new Route("/news/stop", "/publishing/stop.xhtml", true),
          new Route("/news/{slug}", "/publishing/view.xhtml", true),
          new Route("/news/pictures/{id}/{width}", "/publishing/picture.xhtml", true),
          new Route("/editor/bulletins", "/publishing/desk.xhtml", true),
          new Route("/editor/bulletins/new", "/publishing/new.xhtml"),
          new Route("/editor/bulletins/{id}", "/publishing/edit.xhtml"),
          new Route("/editor/bulletins/{id}/pictures", "/publishing/pictures.xhtml"),
          new Route("/editor/bulletins/{id}/mail", "/publishing/mail.xhtml", true),
          new Route("/editor/bulletins/{id}/review", "/publishing/review.xhtml"),
          new Route("/editor/bulletins/{id}/versions", "/publishing/versions.xhtml", true),
          new Route("/events", "/event/list.xhtml", true),
          new Route("/events/calendar", "/event/calendar.xhtml", true),
          new Route("/events/{slug}", "/event/view.xhtml", true),
          new Route("/contact", "/contact/index.xhtml", true),
          new Route("/contact/thread", "/contact/thread.xhtml", true),
          new Route("/editor/contact", "/contact/desk.xhtml", true),
          new Route("/editor/contact/{reference}", "/contact/case.xhtml", true),
          new Route("/search", "/search/index.xhtml", true),
          new Route("/library", "/library/list.xhtml", true),
          new Route("/library/ship", "/library/ship.xhtml", true),
          new Route("/library/ship/bundle", "/library/bundle.xhtml", true),
          new Route("/library/{slug}", "/library/view.xhtml", true),
          new Route("/library/{slug}/{file}", "/library/file.xhtml", true),
          new Route("/editor/library", "/library/desk.xhtml", true),
          new Route("/editor/library/{id}", "/library/edit.xhtml", true),
          new Route("/surveys", "/survey/list.xhtml", true),
          new Route("/surveys/{slug}", "/survey/view.xhtml", true),
          new Route("/surveys/{slug}/results.csv", "/survey/csv.xhtml", true),
          new Route("/editor/surveys", "/survey/desk.xhtml", true),
          new Route("/editor/surveys/{id}", "/survey/edit.xhtml", true),
          new Route("/editor/surveys/{id}/answers.csv", "/survey/answers.xhtml", true),
          new Route("/directory", "/listing/list.xhtml", true),
          new Route("/directory/{slug}/logo", "/listing/logo.xhtml", true),
          new Route("/editor/directory", "/listing/desk.xhtml", true),
          new Route("/editor/directory/new", "/listing/new.xhtml", true),
          new Route("/editor/directory/{id}", "/listing/edit.xhtml", true),
          new Route("/legal/{document}", "/legal/view.xhtml", true),
          new Route("/legal/{document}/{version}", "/legal/version.xhtml", true),
          new Route("/me/rules", "/legal/mine.xhtml", true),
          new Route("/admin/legal", "/legal/report.xhtml", true),
          new Route("/join", "/join/index.xhtml", true),
          new Route("/join/return", "/join/return.xhtml", true),
          new Route("/join/go-on", "/join/go-on.xhtml", true),
          new Route("/join/vouch", "/join/vouch.xhtml", true),
          new Route("/join/you", "/join/you.xhtml"),
          new Route("/join/company", "/join/company.xhtml"),
          new Route("/join/ships", "/join/ships.xhtml"),
          new Route("/join/proofs", "/join/proofs.xhtml"),
          new Route("/join/vouchers", "/join/vouchers.xhtml"),
          new Route("/join/rules", "/join/rules.xhtml"),
          new Route("/join/check", "/join/check.xhtml"),
          new Route("/join/sent", "/join/sent.xhtml", true),
          new Route("/join/status", "/join/status.xhtml"),
          new Route("/sign-in", "/account/sign-in.xhtml", true),
          new Route("/sign-in/confirm", "/account/confirm.xhtml", true),
          new Route("/sign-in/second", "/account/second.xhtml", true),
          new Route("/sign-in/passkey", "/account/passkey.xhtml", true),
          new Route("/sign-in/forgotten", "/account/forgotten.xhtml", true),
          new Route("/sign-in/reset", "/account/reset.xhtml", true),
          new Route("/sign-in/undo", "/account/undo.xhtml", true),
          new Route("/setup", "/account/setup.xhtml", true),
          new Route("/incidents", "/incident/list.xhtml", true),
          new Route("/incidents/{reference}", "/incident/view.xhtml"),
          new Route("/incidents/{reference}/files", "/incident/files.xhtml"),
          new Route("/incidents/{reference}/files/{id}/{which}", "/incident/file.xhtml", true),
          new Route("/statistics", "/statistics/index.xhtml", true),
          new Route("/statistics/mail", "/statistics/mail.xhtml"),
          new Route("/ports", "/geography/ports.xhtml", true),
          new Route("/ports/{locode}", "/geography/port.xhtml", true),
          new Route("/areas", "/geography/areas.xhtml", true),
          new Route("/editor/areas", "/geography/desk.xhtml"),
          new Route("/editor/areas/new", "/geography/new.xhtml"),
          new Route("/editor/areas/{slug}", "/geography/draw.xhtml"),
          new Route("/editor/ports", "/geography/imports.xhtml"),
          new Route("/editor/ports/{id}", "/geography/import.xhtml"),
          new Route("/first-response", "/firstresponse/list.xhtml", true),
          new Route("/first-response/{slug}", "/firstresponse/view.xhtml", true),
          new Route("/first-response/{slug}/versions", "/firstresponse/versions.xhtml", true),
          new Route("/first-response/{slug}/pdf", "/firstresponse/pdf.xhtml", true),
          new Route("/report", "/incident/report.xhtml"),
          new Route("/report/{what}", "/incident/form.xhtml", true),
          new Route("/alerts", "/alert/list.xhtml"),
          new Route("/alerts/new", "/alert/new.xhtml"),
          new Route("/alerts/hours", "/alert/hours.xhtml"),
          new Route("/acknowledge", "/alert/acknowledge.xhtml", true),
          new Route("/unsubscribe", "/mail/unsubscribe.xhtml", true),
          new Route("/groups", "/group/list.xhtml", true),
          new Route("/groups/new", "/group/new.xhtml"),
          new Route("/groups/{slug}", "/group/view.xhtml"),
          new Route("/members", "/directory/members.xhtml", true),
          new Route("/members/coverage", "/coverage/members.xhtml", true),
          new Route("/members/{id}", "/directory/member.xhtml", true),
          new Route("/events/{slug}/register", "/registration/register.xhtml", true),
          new Route("/events/{slug}/registrations/{id}", "/registration/view.xhtml", true),
          new Route(
              "/events/{slug}/registrations/{id}/answers/{kind}",
              "/registration/answers.xhtml",
              true),
          new Route("/organiser/{slug}/categories", "/registration/categories.xhtml", true),
          new Route("/organiser/{slug}/questions", "/registration/questions.xhtml", true),
          new Route("/organiser/{slug}/codes", "/registration/codes.xhtml", true),
          new Route("/organiser/{slug}/waiting", "/registration/waiting.xhtml", true),
          new Route("/me", "/me/home.xhtml"),
          new Route("/me/events", "/registration/mine.xhtml", true),
          new Route("/me/calendar", "/me/calendar.xhtml"),
          new Route("/me/profile", "/me/profile.xhtml"),
          new Route("/me/mail", "/publishing/choice.xhtml"),
          new Route("/me/data", "/me/data.xhtml", true),
          new Route("/me/data/erase", "/me/erase.xhtml"),
          new Route("/privacy/retention", "/data/retention.xhtml", true),
          new Route("/admin/retention", "/data/runs.xhtml", true),
          new Route("/audit/seen", "/data/seen.xhtml", true),
          new Route("/me/security", "/me/security.xhtml"),
          new Route("/me/attest", "/fleet/attest.xhtml"),
          new Route("/me/company", "/fleet/company.xhtml"),
          new Route("/me/security/passkey", "/me/passkey.xhtml"),
          new Route("/me/security/app", "/me/authenticator.xhtml"),
          new Route("/me/security/codes", "/me/codes.xhtml"),
          new Route("/me/security/password", "/me/password.xhtml"),
          new Route("/me/security/email", "/me/email.xhtml"),
          new Route("/me/security/email/confirm", "/me/email-confirm.xhtml"),
          new Route("/me/fleet", "/fleet/list.xhtml"),
          new Route("/me/fleet/add", "/fleet/add.xhtml"),
          new Route("/me/fleet/import", "/fleet/import.xhtml"),
          new Route("/me/fleet/export", "/fleet/export.xhtml"),
          new Route("/me/fleet/{imo}", "/fleet/ship.xhtml"),
          new Route("/organiser", "/organiser/list.xhtml", true),
          new Route("/organiser/new", "/organiser/new.xhtml"),
          new Route("/organiser/{slug}/edit", "/organiser/edit.xhtml"),
          new Route("/organiser/{slug}/copy", "/organiser/copy.xhtml"),
          new Route("/organiser/{slug}/agenda", "/organiser/agenda.xhtml"),
          new Route("/editor/queue", "/editor/queue.xhtml"),
          new Route("/editor/twins", "/editor/twins.xhtml", true),
          new Route("/editor/twins/{one}/{other}", "/editor/compare.xhtml"),
          new Route("/editor/first-response", "/firstresponse/desk.xhtml", true),
          new Route("/editor/first-response/new", "/firstresponse/new.xhtml"),
          new Route("/editor/first-response/{id}", "/firstresponse/edit.xhtml"),
          new Route("/editor/first-response/{id}/publish", "/firstresponse/publish.xhtml"),
          new Route("/editor/alerts", "/alert/totals.xhtml"),
          new Route("/editor/imports", "/editor/imports.xhtml"),
          new Route("/editor/imports/list", "/editor/list.xhtml"),
          new Route("/editor/imports/list/{id}", "/editor/mapping.xhtml"),
          new Route("/editor/imports/{id}", "/editor/import.xhtml"),
          new Route("/editor/coverage", "/coverage/denominators.xhtml"),
          new Route("/organiser/{slug}", "/desk/overview.xhtml", true),
          new Route("/organiser/{slug}/registrations", "/desk/registrations.xhtml", true),
          new Route("/organiser/{slug}/registrations/{id}", "/desk/registration.xhtml", true),
          new Route("/organiser/{slug}/team", "/desk/team.xhtml", true),
          new Route("/organiser/{slug}/picture", "/desk/picture.xhtml", true),
          new Route("/organiser/{slug}/papers", "/desk/papers.xhtml", true),
          new Route("/events/{slug}/picture", "/event/picture.xhtml", true),
          new Route("/events/{slug}/papers/{id}", "/event/paper.xhtml", true),
          new Route("/organiser/{slug}/invoices", "/desk/invoices.xhtml", true),
          new Route("/invoices/{link}", "/event/invoice.xhtml", true),
          new Route("/invoices/{link}/pdf", "/event/invoice-pdf.xhtml", true),
          new Route("/organiser/{slug}/mails", "/desk/mails.xhtml", true),
          new Route("/organiser/{slug}/mails/new", "/desk/mail-new.xhtml", true),
          new Route("/organiser/{slug}/mails/{id}", "/desk/mail.xhtml", true),
          new Route("/organiser/{slug}/reminders", "/desk/reminders.xhtml", true),
          new Route("/organiser/{slug}/export", "/desk/export.xhtml", true),
          new Route("/organiser/{slug}/evaluation", "/desk/evaluation.xhtml", true),
          new Route("/organiser/{slug}/after", "/desk/after.xhtml", true),
          new Route("/organiser/{slug}/settings", "/desk/settings.xhtml", true),
          new Route("/organiser/{slug}/catering", "/desk/catering.xhtml", true),
          new Route("/evaluate", "/desk/evaluate.xhtml", true),
          new Route("/events/{slug}/attendees", "/desk/attendees.xhtml", true),
          new Route("/events/{slug}/outcome", "/desk/outcome.xhtml", true),
          new Route("/vetting", "/vetting/queue.xhtml"),
          new Route("/vetting/claims", "/fleet/claims.xhtml"),
          new Route("/vetting/members", "/fleet/members.xhtml"),
          new Route("/vetting/members/{id}", "/fleet/member.xhtml"),
          new Route("/vetting/{reference}", "/vetting/case.xhtml"),
          new Route("/vetting/{reference}/proofs/{id}", "/vetting/proof.xhtml"),
          new Route("/activate", "/vetting/activate.xhtml", true),
          new Route("/verify/{code}", "/door/verify.xhtml", true),
          new Route("/tickets/{link}", "/door/ticket.xhtml", true),
          new Route("/tickets/{link}/pdf", "/door/ticket-pdf.xhtml", true),
          new Route("/events/{slug}/ticket", "/door/own-ticket.xhtml", true),
          new Route("/certificates/{link}", "/door/certificate.xhtml", true),
          new Route("/organiser/{slug}/door", "/door/door.xhtml", true),
          new Route("/organiser/{slug}/door/conflicts", "/door/conflicts.xhtml"),
          new Route("/organiser/{slug}/badges", "/door/badges.xhtml"),
          new Route("/organiser/{slug}/certificates", "/door/certificates.xhtml"),
          new Route("/admin", "/admin/overview.xhtml"),
          new Route("/admin/people", "/admin/people.xhtml"),
          new Route("/admin/people/invite", "/admin/invite.xhtml"),
          new Route("/admin/people/{id}", "/admin/person.xhtml"),
          new Route("/admin/roles", "/admin/roles.xhtml"),
          new Route("/admin/settings", "/admin/settings.xhtml"),
          new Route("/admin/mail", "/admin/mail.xhtml"),
          new Route("/admin/agreements", "/admin/agreements.xhtml"),
          new Route("/audit", "/audit/log.xhtml"),
          new Route("/fault/{reference}", "/WEB-INF/errors/fault.xhtml", true));

  private static final List<List<String>> PARTS =
      TABLE.stream().map(route -> parts(route.pattern())).toList();

  private Routes() {}

  /** The whole table, in the order of its writing. */
  public static List<Route> table() {
    return TABLE;
  }

  /**
   * Looks an address up.
   *
   * @param path decoded, relative to the context path, starting with a slash
   * @return empty when the table does not hold it; a slash too many at the end is not forgiven
   */
  public static Optional<Match> match(String path) {
    List<String> given = parts(path);
    for (int i = 0; i < TABLE.size() && path.startsWith("/"); i++) {
      Optional<Map<String, String>> parameters = parameters(PARTS.get(i), given);
      if (parameters.isPresent()) {
        return Optional.of(new Match(TABLE.get(i), path, parameters.get()));
      }
    }
    return Optional.empty();
  }

  /** The route of a view, if the table holds it. */
  public static Optional<Route> ofView(String view) {
    return TABLE.stream().filter(route -> route.view().equals(view)).findFirst();
  }

  /**
   * Fills the parts in braces of a route.
   *
   * @param parameters the parts that are used are removed from this map
   * @return the address, encoded; empty when a part is missing
   */
  public static Optional<String> address(Route route, Map<String, String> parameters) {
    StringBuilder address = new StringBuilder();
    for (String part : parts(route.pattern())) {
      String value = part;
      if (part.startsWith("{")) {
        value = parameters.remove(part.substring(1, part.length() - 1));
        if (value == null || value.isEmpty()) {
          return Optional.empty();
        }
      }
      address.append('/').append(encode(value));
    }
    return Optional.of(address.isEmpty() ? "/" : address.toString());
  }

  /** Encodes an address part by part, keeping its slashes. */
  public static String encodePath(String path) {
    StringJoiner encoded = new StringJoiner("/");
    for (String part : path.split("/", -1)) {
      encoded.add(encode(part));
    }
    return encoded.toString();
  }

  private static Optional<Map<String, String>> parameters(List<String> wanted, List<String> given) {
    if (wanted.size() != given.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      String part = wanted.get(i);
      if (part.startsWith("{") && !given.get(i).isEmpty()) {
        parameters.put(part.substring(1, part.length() - 1), given.get(i));
      } else if (!part.equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }

  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>(List.of(path.split("/", -1)));
    parts.remove(0);
    if (path.equals("/")) {
      parts.clear();
    }
    return parts;
  }

  private static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

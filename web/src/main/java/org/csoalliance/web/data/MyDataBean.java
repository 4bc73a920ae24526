package org.csoalliance.web.data;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.csoalliance.platform.data.DataService;

/** What is held on the reader, and the file with all of it. */
@Named("myData")
@RequestScoped
public class MyDataBean {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("account", "Your account"),
          Map.entry("services", "Companies you served"),
          Map.entry("ships", "Ships you answered for"),
          Map.entry("membership-history", "Steps of your membership"),
          Map.entry("suspensions", "Suspensions of your membership"),
          Map.entry("reminders", "Reminders to confirm your membership"),
          Map.entry("ship-claims", "Claims you made on ships"),
          Map.entry("ship-claims-settled", "Claims on ships that you settled"),
          Map.entry("coverage-numbers", "Numbers of ships you wrote down"),
          Map.entry("role-grants", "Roles that were asked for you"),
          Map.entry("sessions", "Sessions, without their ids"),
          Map.entry("access-tokens", "Access tokens, without the token"),
          Map.entry("passkeys", "Passkeys, without the key"),
          Map.entry("authenticator", "Authenticator apps, without the secret"),
          Map.entry("address-changes", "Changes of your address"),
          Map.entry("identities", "Sign-ins through your company"),
          Map.entry("profile", "What others see of you"),
          Map.entry("groups", "Memberships of groups"),
          Map.entry("applications", "Applications"),
          Map.entry("application-ships", "Ships in applications"),
          Map.entry("application-proofs", "Proofs of applications, without the files"),
          Map.entry("vouched-for", "People who named you as a voucher"),
          Map.entry("mails", "Mails sent to you"),
          Map.entry("audit-entries", "Audit entries of what you did"),
          Map.entry("records-opened", "Incidents you opened"),
          Map.entry("incidents-reported", "Incidents you reported"),
          Map.entry("incidents-judged", "Steps of incidents by you"),
          Map.entry("alert-watches", "Waters you watch"));

  /** A line of the page. */
  public record Line(String words, int count) {}

  @Inject private DataService service;

  private List<Line> lines = List.of();

  /** Reads how much there is; sends the file where the address asks for it. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    ExternalContext external = context.getExternalContext();
    if (external.getRequestParameterMap().containsKey("download")) {
      send(context, external, service.download());
      return;
    }
    lines =
        service.counts().entrySet().stream()
            .map(each -> new Line(words(each.getKey()), each.getValue()))
            .sorted(Comparator.comparing(Line::words))
            .toList();
  }

  private static String words(String section) {
    String plain = section.replace('-', ' ');
    return WORDS.getOrDefault(section, Character.toUpperCase(plain.charAt(0)) + plain.substring(1));
  }

  private static void send(FacesContext context, ExternalContext external, byte[] zip) {
    external.setResponseContentType("application/zip");
    external.setResponseHeader(
        "Content-Disposition", "attachment; filename=\"cso-alliance-my-data.zip\"");
    external.setResponseHeader("Cache-Control", "no-store");
    external.setResponseContentLength(zip.length);
    try {
      external.getResponseOutputStream().write(zip);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    context.responseComplete();
  }

  /** What there is, by its words. */
  public List<Line> getLines() {
    return lines.stream().filter(line -> line.count() > 0).toList();
  }

  /** The kinds of which there is nothing, in one line. */
  public String getNothing() {
    return lines.stream()
        .filter(line -> line.count() == 0)
        .map(line -> line.words().replaceFirst(", without .*", ""))
        .map(words -> words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1))
        .collect(Collectors.joining(", "));
  }
}

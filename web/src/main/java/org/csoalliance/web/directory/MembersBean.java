package org.csoalliance.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.csoalliance.membership.Sector;
import org.csoalliance.membership.directory.DirectoryService;
import org.csoalliance.membership.directory.MemberPage;
import org.csoalliance.web.shared.Plural;

/** The directory of members: search, sector and page stand in the address. */
@Named("members")
@RequestScoped
public class MembersBean {
  @Inject private DirectoryService service;

  private String text = "";
  private Sector sector;
  private MemberPage page;

  /** Reads the address and asks for the page. */
  public void load() {
    Map<String, String> given =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    text = given.getOrDefault("text", "").strip();
    sector =
        Arrays.stream(Sector.values())
            .filter(each -> each.name().equals(given.get("sector")))
            .findFirst()
            .orElse(null);
    String number = given.getOrDefault("page", "1");
    page = service.page(text, sector, number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : 1);
  }

  /** What was searched for. */
  public String getText() {
    return text;
  }

  /** The sector that was chosen, null for any. */
  public Sector getSector() {
    return sector;
  }

  /** Every sector. */
  public List<Sector> getSectors() {
    return List.of(Sector.values());
  }

  /** The page. */
  public MemberPage getPage() {
    return page;
  }

  /** Whether anything narrows the list. */
  public boolean isFiltered() {
    return !text.isEmpty() || sector != null;
  }

  /** How many, in words. */
  public String getCount() {
    return Plural.of(page.total(), "member", "members");
  }

  /** The address of another page of the same search. */
  public String address(int number) {
    return "/members?text="
        + URLEncoder.encode(text, StandardCharsets.UTF_8)
        + (sector == null ? "" : "&sector=" + sector)
        + "&page="
        + number;
  }
}

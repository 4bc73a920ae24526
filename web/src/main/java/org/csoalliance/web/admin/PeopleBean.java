package org.csoalliance.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.membership.admin.PeopleFilter;
import org.csoalliance.membership.admin.PeoplePage;
import org.csoalliance.membership.admin.PeopleService;
import org.csoalliance.membership.admin.RoleWords;
import org.csoalliance.platform.security.Role;

/** People, with the filter in the address. */
@Named("adminPeople")
@RequestScoped
public class PeopleBean {
  /** A choice of a filter. */
  public record Choice(String value, String words) {}

  @Inject private PeopleService service;

  private String text = "";
  private Role role;
  private PeopleFilter.State state;
  private PeoplePage page;

  /** Reads the address and asks for the page; what it does not understand it leaves out. */
  public void load() {
    Map<String, String> given =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    text = given.getOrDefault("text", "").strip();
    text = text.length() > 200 ? text.substring(0, 200) : text;
    role = among(Role.values(), given.get("role")).orElse(null);
    state = among(PeopleFilter.State.values(), given.get("state")).orElse(null);
    String number = given.getOrDefault("page", "1");
    page =
        service.page(
            new PeopleFilter(text, role, state),
            number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : 1);
  }

  static <E extends Enum<E>> Optional<E> among(E[] values, String name) {
    return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
  }

  /** The page of people. */
  public PeoplePage getPage() {
    return page;
  }

  /** What is looked for. */
  public String getText() {
    return text;
  }

  /** The role that is looked for, empty for any. */
  public String getRole() {
    return role == null ? "" : role.name();
  }

  /** The state that is looked for, empty for any. */
  public String getState() {
    return state == null ? "" : state.name();
  }

  /** Whether anything is filtered. */
  public boolean isFiltered() {
    return !text.isEmpty() || role != null || state != null;
  }

  /** All roles. */
  public List<Choice> getRoles() {
    return Arrays.stream(Role.values())
        .map(each -> new Choice(each.name(), RoleWords.of(each.name())))
        .toList();
  }

  /** All states. */
  public List<Choice> getStates() {
    return Arrays.stream(PeopleFilter.State.values())
        .map(each -> new Choice(each.name(), each.words()))
        .toList();
  }

  /** The address of another page with the same filter. */
  public String address(int number) {
    return "/admin/people?text="
        + URLEncoder.encode(text, StandardCharsets.UTF_8)
        + "&role="
        + getRole()
        + "&state="
        + getState()
        + "&page="
        + number;
  }
}

package org.csoalliance.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.desk.DeskColumn;
import org.csoalliance.event.desk.DeskFilter;
import org.csoalliance.event.desk.DeskGroup;
import org.csoalliance.event.desk.DeskPage;
import org.csoalliance.event.desk.DeskService;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Plural;

/** The table of registrations, and what is done to many of them at once. */
@Named("deskTable")
@RequestScoped
public class DeskTableBean {
  private static final int LIMIT = 50;

  @Inject private DeskService service;
  @Inject private DeskBean desk;
  @Inject private DeskBulk bulk;

  private DeskFilter filter = DeskFilter.ALL;
  private DeskPage page;
  private List<Long> picked = List.of();

  /** Takes what is to be done to many, then reads the page. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    filter = DeskFilter.parse(DeskBean.parameters());
    try {
      page = service.page(slug(), filter, LIMIT, DeskBean.given("cursor"));
      desk.opened(page.event());
      if (DeskBean.posted()) {
        act();
      }
    } catch (NotFoundException none) {
      Answers.notFound(context);
    } catch (InvalidException cursor) {
      Answers.badRequest(context);
    }
  }

  private void act() {
    if (DeskBean.given("columns") != null) {
      desk.act(back(), this::columns);
      return;
    }
    picked =
        DeskBean.given("all") != null
            ? service.all(slug(), filter)
            : DeskBean.all("pick").stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
    if (DeskBean.given("sure") != null) {
      desk.act(
          back(), () -> bulk.run(slug(), DeskBean.given("sure"), picked, DeskBean.given("reason")));
    }
  }

  private String columns() {
    service.columns(DeskColumn.parse(String.join(" ", DeskBean.all("column"))));
    return DeskWords.fill("table.columns.kept");
  }

  private String back() {
    String query = filter.query();
    return "/registrations" + (query.isEmpty() ? "" : "?" + query);
  }

  private static String slug() {
    return DeskBean.given("slug");
  }

  /** What is to be confirmed; null: nothing. */
  public DeskBulk.Act getAsking() {
    String asked = DeskBean.given("sure") == null ? DeskBean.given("act") : DeskBean.given("sure");
    return DeskBean.posted() && !picked.isEmpty() ? DeskBulk.Act.of(asked) : null;
  }

  /** Whether a button was pressed without a registration being chosen. */
  public boolean isNobody() {
    return DeskBean.posted() && DeskBean.given("act") != null && picked.isEmpty();
  }

  /** Who was chosen. */
  public List<Long> getPicked() {
    return picked;
  }

  /** How many were chosen, in words. */
  public String getPickedWords() {
    return Plural.of(picked.size(), "registration", "registrations");
  }

  /** What can be done to many. */
  public List<DeskBulk.Act> getActs() {
    return List.of(
        DeskBulk.Act.APPROVE,
        DeskBulk.Act.DECLINE,
        DeskBulk.Act.OFFER,
        DeskBulk.Act.PAY,
        DeskBulk.Act.RESEND,
        DeskBulk.Act.CANCEL);
  }

  public DeskPage getPage() {
    return page;
  }

  /** The filter of the address. */
  public DeskFilter getFilter() {
    return filter;
  }

  /** The key of the group, empty for all. */
  public String getGroup() {
    return filter.group() == null ? "" : filter.group().key();
  }

  /** The groups, to choose from. */
  public DeskGroup[] getGroups() {
    return DeskGroup.values();
  }

  /** The categories, to choose from. */
  public List<EventQuota> getCategories() {
    return of(EventQuota.Kind.CATEGORY);
  }

  /** The sessions, to choose from. */
  public List<EventQuota> getSessions() {
    return of(EventQuota.Kind.SESSION);
  }

  private List<EventQuota> of(EventQuota.Kind kind) {
    return page == null
        ? List.of()
        : page.choices().stream().filter(quota -> quota.kind() == kind).toList();
  }

  /** Every column, to choose from. */
  public DeskColumn[] getAllColumns() {
    return DeskColumn.values();
  }

  /** Whether the reader wants the column. */
  public boolean shows(DeskColumn column) {
    return page.columns().contains(column);
  }

  /** Whether the reader wants the column of this name, and the event has what stands in it. */
  public boolean has(String column) {
    DeskColumn wanted = DeskColumn.valueOf(column);
    boolean empty =
        switch (wanted) {
          case CATEGORY -> getCategories().isEmpty();
          case SESSIONS -> getSessions().isEmpty();
          default -> false;
        };
    return !empty && shows(wanted);
  }

  /** How many there are, in words. */
  public String getCount() {
    return Plural.of(page.total(), "registration", "registrations");
  }

  /** The address of the table with the filter. */
  public String getAddress() {
    return desk.at(back());
  }

  /** The same selection elsewhere, such as {@code /mails/new}. */
  public String elsewhere(String part) {
    String query = filter.query();
    return desk.at(part + (query.isEmpty() ? "" : "?" + query));
  }

  /** The same selection as a file. */
  public String file(String format) {
    String query = filter.query();
    return desk.at("/export?format=" + format + (query.isEmpty() ? "" : "&" + query));
  }

  /** The next page. */
  public String getNext() {
    String query = filter.query();
    return desk.at(
        "/registrations?" + (query.isEmpty() ? "" : query + "&") + "cursor=" + page.next());
  }

  /** The page of one registration, which knows this list. */
  public String one(long id) {
    String query = filter.query();
    return desk.at("/registrations/" + id + (query.isEmpty() ? "" : "?" + query));
  }

  /** The address that sorts by a column; a second time the other way round. */
  public String sort(String up, String down) {
    DeskFilter.Sort first = DeskFilter.Sort.valueOf(up);
    DeskFilter.Sort second = DeskFilter.Sort.valueOf(down);
    String query = filter.sorted(filter.sort() == first ? second : first).query();
    return desk.at("/registrations" + (query.isEmpty() ? "" : "?" + query));
  }

  /** What the table is sorted by, for the heading of a column; null: not by it. */
  public String sorted(String up, String down) {
    if (filter.sort() == DeskFilter.Sort.valueOf(up)) {
      return "ascending";
    }
    return filter.sort() == DeskFilter.Sort.valueOf(down) ? "descending" : null;
  }

  /** The fields of the filter, so that a form keeps them. */
  public List<String[]> getKept() {
    String query = filter.query();
    return query.isEmpty()
        ? List.of()
        : Arrays.stream(query.split("&"))
            .map(
                pair -> {
                  int at = pair.indexOf('=');
                  return new String[] {
                    pair.substring(0, at),
                    java.net.URLDecoder.decode(
                        pair.substring(at + 1), java.nio.charset.StandardCharsets.UTF_8)
                  };
                })
            .toList();
  }
}

package org.csoalliance.membership.directory;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.csoalliance.membership.Sector;
import org.csoalliance.platform.error.NotFoundException;

/**
 * The directory of members, for members and editors. It holds who is a member at this moment and
 * does not hide, with what each of them shows. It knows nothing of groups.
 */
@Stateless
@RolesAllowed({MEMBER, EDITOR})
public class DirectoryService {
  /** Rows of a page. */
  public static final int PAGE = 50;

  private static final int LONGEST_SEARCH = 100;

  @Inject private DirectoryRepository members;

  /** Made by the container. */
  public DirectoryService() {}

  /** For tests. */
  public DirectoryService(DirectoryRepository members) {
    this.members = members;
  }

  /**
   * A page of members by name: one statement, two when the page lies behind the last one.
   *
   * @param text part of a name or company; null or blank: any; cut after 100 characters
   * @param sector null: any
   * @param number of the page, from 1; one that is not there is answered with the first
   */
  public MemberPage page(String text, Sector sector, int number) {
    String wanted = text == null ? "" : text.replace("\0", "").strip();
    wanted = wanted.length() > LONGEST_SEARCH ? wanted.substring(0, LONGEST_SEARCH) : wanted;
    int asked = Math.max(1, Math.min(number, 1_000_000));
    DirectoryRepository.Found found = members.page(wanted, sector, PAGE, (asked - 1) * PAGE);
    if (found.items().isEmpty() && asked > 1) {
      asked = 1;
      found = members.page(wanted, sector, PAGE, 0);
    }
    int pages = (int) Math.max(1, (found.total() + PAGE - 1) / PAGE);
    return new MemberPage(found.items(), found.total(), asked, pages);
  }

  /**
   * A member's page: one statement.
   *
   * @throws NotFoundException when there is no such account, it is no member now, or hides
   */
  public MemberPerson person(long id) {
    return members
        .find(id)
        .orElseThrow(() -> new NotFoundException("There is no such member in the directory."));
  }
}

package org.csoalliance.membership.identity;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The groups of a person in the directory: those that {@code memberOf} names and those that a
 * search finds, and, where the deployment asks for it, the groups that those are in. Where groups
 * have a base, only what lies below it counts, so that a group of the same name elsewhere in the
 * directory gives nothing.
 */
final class DirectoryGroups {
  private static final int MOST_GROUPS = 500;
  private static final int MOST_LEVELS = 10;

  private final LDAPConnection connection;
  private final IdentitySettings settings;
  private final Optional<DN> base;
  private final Set<DN> found = new LinkedHashSet<>();
  private final Set<String> names = new HashSet<>();

  DirectoryGroups(LDAPConnection connection, IdentitySettings settings) throws LDAPException {
    this.connection = connection;
    this.settings = settings;
    Optional<String> text = settings.text("alliance.ldap.group.base");
    this.base = text.isPresent() ? Optional.of(new DN(text.get())) : Optional.empty();
  }

  /** Their names and, as they were written, their places in the directory. */
  Set<String> of(SearchResultEntry person) throws LDAPException {
    List<String> level = new ArrayList<>();
    String[] direct = person.getAttributeValues("memberOf");
    for (String dn : direct == null ? new String[0] : direct) {
      add(dn, null, level);
    }
    if (base.isPresent()) {
      search(List.of(person.getDN()), level);
      boolean nested = settings.flag("alliance.ldap.groups.nested");
      for (int depth = 1; nested && !level.isEmpty() && depth < MOST_LEVELS; depth++) {
        List<String> above = new ArrayList<>();
        search(level, above);
        level = above;
      }
    }
    return names;
  }

  private void search(List<String> members, List<String> level) throws LDAPException {
    List<Filter> filters = new ArrayList<>();
    for (String member : members) {
      filters.add(Directory.filter(settings, "alliance.ldap.group.filter", "(member={0})", member));
    }
    SearchRequest search =
        new SearchRequest(
            base.orElseThrow().toString(), SearchScope.SUB, Filter.createORFilter(filters), "cn");
    search.setSizeLimit(MOST_GROUPS);
    for (SearchResultEntry group : Directory.search(connection, search).getSearchEntries()) {
      add(group.getDN(), group.getAttributeValue("cn"), level);
    }
  }

  private void add(String written, String name, List<String> level) throws LDAPException {
    DN dn = new DN(written);
    if (base.isPresent() && !dn.isDescendantOf(base.get(), false) || found.size() >= MOST_GROUPS) {
      return;
    }
    names.add(written);
    names.add(name == null && !dn.isNullDN() ? dn.getRDN().getAttributeValues()[0] : name);
    if (found.add(dn)) {
      level.add(written);
    }
  }
}

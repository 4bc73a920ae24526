package org.csoalliance.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.csoalliance.membership.group.GroupService;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;

/** The groups of the reader, as something to choose in a form. */
@RequestScoped
public class LongFormGroups {
  @Inject private GroupService groups;
  @Inject private CallerContext caller;

  /** The own groups; those in the list are chosen. */
  List<Question.Option> options(List<String> chosen) {
    if (!caller.reader().is(Role.MEMBER)) {
      return List.of();
    }
    return groups.list().stream()
        .filter(group -> caller.reader().groups().contains(group.id()))
        .map(
            group ->
                new Question.Option(
                    String.valueOf(group.id()),
                    group.name(),
                    "",
                    chosen.contains(String.valueOf(group.id()))))
        .toList();
  }
}

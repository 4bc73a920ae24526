package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.incident.form.Form;
import org.csoalliance.platform.due.DuePart;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.SqlCondition;

/** Long reports that the person began and has not sent. */
@Dependent
public class DraftDueRepository implements DuePart {
  private static final String ADDRESS = address();

  /** Made by the container. */
  public DraftDueRepository() {}

  @Override
  public Optional<SqlCondition> rows(Reader reader, Instant now) {
    if (!reader.is(Role.MEMBER) && !reader.is(Role.PARTNER) && !reader.is(Role.EDITOR)) {
      return Optional.empty();
    }
    return Optional.of(
        new SqlCondition(
            "select 'DRAFT' as kind, d.reference as title, "
                + ADDRESS
                + " || case d.reference when '' then '' else '?of=' || d.reference end as address,"
                + " cast(null as timestamptz) as until, 1 as number from incident_draft d"
                + " where d.account_id = ? and "
                + ADDRESS
                + " is not null",
            List.of(reader.accountId())));
  }

  /** Where the form of a draft stands: at the first kind of incident that it is for. */
  private static String address() {
    StringBuilder sql = new StringBuilder("case d.form");
    Set<String> told = new HashSet<>();
    for (IncidentKind kind : IncidentKind.values()) {
      Form form = IncidentVersions.form(kind);
      if (form != null && told.add(form.name())) {
        sql.append(" when '").append(form.name()).append("' then '/report/");
        sql.append(kind.name().toLowerCase(Locale.ROOT).replace('_', '-')).append('\'');
      }
    }
    return sql.append(" end").toString();
  }
}

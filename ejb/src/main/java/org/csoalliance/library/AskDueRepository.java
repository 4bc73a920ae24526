package org.csoalliance.library;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.due.DuePart;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.SqlCondition;

/** Ships that the person asked to confirm, and that have not after a week. */
@Dependent
public class AskDueRepository implements DuePart {
  /** Made by the container. */
  public AskDueRepository() {}

  @Override
  public Optional<SqlCondition> rows(Reader reader, Instant now) {
    if (!reader.is(Role.MEMBER) || reader.companyId() == null) {
      return Optional.empty();
    }
    SqlCondition may = LibraryRepository.may(reader);
    List<Object> values = new ArrayList<>(may.parameters());
    values.addAll(List.of(reader.accountId(), reader.companyId(), now));
    return Optional.of(
        new SqlCondition(
            "select 'SHIPS' as kind, i.title, '/library/' || i.slug as address,"
                + " cast(null as timestamptz) as until, cast(count(*) as int) as number"
                + LibraryRepository.ITEM
                + "join library_ask q on q.item_id = i.id where "
                + may.sql()
                + " and q.account_id = ? and q.company_id = ? and q.confirmed_at is null"
                + " and q.asked_at < cast(? as timestamptz) - interval '7 days'"
                + " group by i.id, i.title, i.slug",
            values));
  }
}

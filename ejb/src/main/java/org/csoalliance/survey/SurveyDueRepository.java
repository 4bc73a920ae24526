package org.csoalliance.survey;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.due.DuePart;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.SqlCondition;

/** Open surveys that the person has not answered. */
@Dependent
public class SurveyDueRepository implements DuePart {
  /** Made by the container. */
  public SurveyDueRepository() {}

  @Override
  public Optional<SqlCondition> rows(Reader reader, Instant now) {
    if (!reader.is(Role.MEMBER)) {
      return Optional.empty();
    }
    SqlCondition open = SurveyRepository.open(reader);
    List<Object> values = new ArrayList<>(open.parameters());
    values.add(reader.accountId());
    return Optional.of(
        new SqlCondition(
            "select 'SURVEY' as kind, s.title, '/surveys/' || s.slug as address, s.closes_at as until,"
                + " 1 as number from "
                + open.sql()
                + " and not exists (select 1 from survey_answered a where a.survey_id = s.id"
                + " and a.account_id = ?)",
            values));
  }
}

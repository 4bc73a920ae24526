package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormText;
import org.csoalliance.incident.form.FormWords;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.SqlCondition;
import org.csoalliance.platform.sql.JsonRows;

/**
 * The versions of an incident as a part of its page. What this reader may not see does not leave
 * the database: the sealed annex, the ship where it is hidden, the exact place and time where the
 * reporter keeps them back.
 */
@Dependent
public class IncidentVersionsRepository implements IncidentPart<IncidentVersions> {
  private static final Logger LOG = Logger.getLogger(IncidentVersionsRepository.class.getName());

  private SealedAnswers sealedAnswers;

  /** For CDI. */
  protected IncidentVersionsRepository() {}

  /** Opens the annex with the given key. */
  @Inject
  public IncidentVersionsRepository(SealedAnswers sealedAnswers) {
    this.sealedAnswers = sealedAnswers;
  }

  @Override
  public Class<IncidentVersions> type() {
    return IncidentVersions.class;
  }

  @Override
  public SqlCondition column(Reader reader) {
    SqlText sql = new SqlText();
    sql.add(
            "select jsonb_build_object('id', i.id, 'anonymous', i.attribution = 'ANONYMOUS', 'computed', i.severity_source = 'COMPUTED',")
        .add(" 'reliability', i.reliability, 'credibility', i.credibility,")
        .add(" 'versions', (select jsonb_agg(jsonb_build_object('number', v.number,")
        .add(" 'stage', v.stage, 'at', v.at, 'reason', v.reason, 'author', case")
        .add(" when v.author_id = i.reporter_id and i.company_id is not null and exists (select 1")
        .add(" from account a where a.id = v.author_id and a.company_id is distinct from")
        .add(" i.company_id) then 'Former member' else v.author_name end,")
        .add(
            " 'author_id', v.author_id, 'editor', v.by_editor, 'form', v.form, 'form_version', v.form_version,")
        .add(" 'answers', v.open || case when ")
        .add(SharingPolicy.mayKnowReporter(reader, "i"))
        .add(" then v.ship || v.exact || v.sealed else (case when ")
        .add(SharingPolicy.mayKnowShip(reader, "i"))
        .add(" then v.ship else '{}' end) || case when i.blur_nm = 0")
        .add(" and i.attribution <> 'ANONYMOUS' then v.exact else '{}' end end")
        .add(", 'annex', case when ")
        .add(SharingPolicy.mayKnowReporter(reader, "i"))
        .add(" then encode(v.annex, 'base64') end")
        .add(") order by v.number) from incident_version v where v.incident_id = i.id))");
    return new SqlCondition(sql.sql(), sql.parameters());
  }

  @Override
  public IncidentVersions read(JsonValue value, Seen seen) {
    JsonObject all = value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    List<IncidentVersions.Version> versions = new ArrayList<>();
    boolean anonymous = JsonRows.flag(all, "anonymous");
    boolean ask = !anonymous || seen.reporter() || seen.reader().is(Role.EDITOR);
    JsonObject before = null;
    for (JsonObject row : JsonRows.list(all.get("versions"), one -> one)) {
      Form form = IncidentVersionRepository.form(row.getString("form"));
      JsonObject labelled =
          Answers.labelled(seen.reader(), seen.shared(), whole(JsonRows.number(all, "id"), row));
      JsonObject answers = seenBy(form, labelled, anonymous && !seen.own(), ask);
      versions.add(
          new IncidentVersions.Version(
              row.getInt("number"),
              Stage.valueOf(row.getString("stage")),
              at(row, anonymous && !seen.own()),
              author(row, seen, ask),
              row.getString("reason", ""),
              form,
              row.getInt("form_version"),
              answers,
              before == null
                  ? List.of()
                  : new FormText(form, FormWords.english()).changes(before, answers)));
      before = answers;
    }
    Long credibility = JsonRows.number(all, "credibility");
    return new IncidentVersions(
        List.copyOf(versions),
        seen.own() && mayReport(seen.reader()),
        JsonRows.flag(all, "computed"),
        JsonRows.text(all, "reliability"),
        credibility == null ? null : (Integer) credibility.intValue());
  }

  /** An annex that does not open is left out and noted: the rest of the page is needed at night. */
  private JsonObject whole(long incident, JsonObject row) {
    JsonObject plain = IncidentVersionRepository.object(row, "answers");
    String annex = JsonRows.text(row, "annex");
    if (annex == null) {
      return plain;
    }
    try {
      byte[] sealed = Base64.getMimeDecoder().decode(annex);
      return Answers.with(plain, sealedAnswers.annex(incident, row.getInt("number"), sealed));
    } catch (IllegalStateException shut) {
      LOG.log(Level.SEVERE, "The annex of a version cannot be shown", shut);
      return plain;
    }
  }

  private static boolean mayReport(Reader reader) {
    return reader.is(Role.MEMBER) || reader.is(Role.PARTNER) || reader.is(Role.EDITOR);
  }

  /** Of an anonymous report, colleagues do not read where to ask back, and others no hour. */
  private static JsonObject seenBy(Form form, JsonObject answers, boolean coarse, boolean ask) {
    JsonObjectBuilder shown = Json.createObjectBuilder();
    answers.forEach(
        (name, value) -> {
          if (ask || !name.equals("contact")) {
            shown.add(
                name,
                coarse
                    ? form.field(name).map(field -> Answers.coarse(field, value)).orElse(value)
                    : value);
          }
        });
    return shown.build();
  }

  private static Instant at(JsonObject row, boolean coarse) {
    Instant at = JsonRows.time(row, "at");
    return coarse ? at.truncatedTo(ChronoUnit.DAYS) : at;
  }

  private static String author(JsonObject row, Seen seen, boolean ask) {
    Long author = JsonRows.number(row, "author_id");
    boolean self = author != null && author.equals(seen.reader().accountId());
    if (seen.own() && (ask || self || JsonRows.flag(row, "editor"))) {
      return row.getString("author", "");
    }
    return JsonRows.flag(row, "editor") ? "An editor" : "A member";
  }
}

package org.csoalliance.incident.attachment;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.csoalliance.incident.IncidentAccess;
import org.csoalliance.incident.IncidentPart;
import org.csoalliance.platform.file.FileType;
import org.csoalliance.platform.file.Trace;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.SqlCondition;

/**
 * The files on the page of an incident, and of its accounts each under its own label. Others see
 * those that have a copy and may be opened; the own side, editors and who added a file see it in
 * any state.
 */
@Dependent
public class AttachmentPartRepository implements IncidentPart<Attachments> {
  @Override
  public Class<Attachments> type() {
    return Attachments.class;
  }

  @Override
  public SqlCondition column(Reader reader) {
    SqlCondition own = IncidentAccess.mayKnowReporter(reader, "o");
    SqlCondition account = IncidentAccess.mayRead(reader, "o");
    String mine = reader.signedIn() ? "coalesce(f.uploader_id = ?, false)" : "false";
    List<Object> me = reader.signedIn() ? List.of(reader.accountId()) : List.of();
    List<Object> values = new ArrayList<>(me); // in the order of the question marks
    values.addAll(own.parameters());
    values.addAll(me);
    values.addAll(account.parameters());
    values.addAll(own.parameters());
    values.addAll(me);
    // of an anonymous report the own company learns no name either
    String named =
        reader.is(Role.EDITOR) ? "true" : "(o.attribution <> 'ANONYMOUS' or " + mine + ")";
    if (reader.is(Role.EDITOR)) {
      values = new ArrayList<>(me);
      values.addAll(own.parameters());
      values.addAll(account.parameters());
      values.addAll(own.parameters());
      values.addAll(me);
    }
    return new SqlCondition(
        "select json_agg(json_build_object('id', f.id, 'reference', o.reference, 'update', f.update_id, 'side', f.side,"
            + " 'type', f.type, 'name', f.file_name, 'size', f.size,"
            + " 'sha', encode(f.sha256, 'hex'), 'words', f.description, 'found', f.found,"
            + " 'copy', case when f.copy_id is not null then f.copy_type end,"
            + " 'copySize', coalesce(f.copy_size, 0), 'copySha', encode(f.copy_sha256, 'hex'),"
            + " 'thumb', f.thumbnail_id is not null, 'w', f.width, 'h', f.height,"
            + " 'state', f.state, 'note', f.state_note,"
            + " 'at', to_char(date_trunc(case when o.attribution = 'ANONYMOUS' then 'day'"
            + " else 'second' end, f.added_at at time zone 'UTC'),"
            + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'),"
            + " 'original', f.original_id is not null, 'mine', "
            + mine
            + ", 'by', case when "
            + own.sql()
            + " and "
            + named
            + " then u.name end) order by f.id) from incident_attachment f"
            + " join incident o on o.id = f.incident_id"
            + " left join account u on u.id = f.uploader_id"
            + " where f.state <> 'REMOVED' and (o.id = i.id or (o.merged_into = i.id and "
            + account.sql()
            + ")) and ("
            + own.sql()
            + " or (f.copy_id is not null and f.state in ('SCANNED', 'UNSCANNED')) or "
            + mine
            + ")",
        values);
  }

  @Override
  public Attachments read(JsonValue value, Seen seen) {
    List<Attachment> files =
        value instanceof JsonArray array
            ? array.getValuesAs(JsonObject.class).stream()
                .map(AttachmentPartRepository::file)
                .toList()
            : List.of();
    Reader reader = seen.reader();
    boolean may = reader.is(Role.MEMBER) || reader.is(Role.PARTNER) || reader.is(Role.EDITOR);
    return new Attachments(files, may && files.size() < Attachments.MOST, reader.is(Role.EDITOR));
  }

  private static Attachment file(JsonObject row) {
    return new Attachment(
        row.getString("reference"),
        row.getJsonNumber("id").longValue(),
        row.isNull("update") ? null : row.getJsonNumber("update").longValue(),
        Attachment.Side.valueOf(row.getString("side")),
        FileType.valueOf(row.getString("type")),
        row.getString("name"),
        row.getJsonNumber("size").longValue(),
        row.getString("sha"),
        row.getString("words"),
        traces(row.getString("found")),
        row.isNull("copy") ? null : FileType.valueOf(row.getString("copy")),
        row.getJsonNumber("copySize").longValue(),
        row.isNull("copySha") ? null : row.getString("copySha"),
        row.getBoolean("thumb"),
        row.getInt("w"),
        row.getInt("h"),
        AttachmentState.valueOf(row.getString("state")),
        row.getString("note"),
        Instant.parse(row.getString("at")),
        row.isNull("by") ? null : row.getString("by"),
        row.getBoolean("mine"),
        row.getBoolean("original"));
  }

  private static Set<Trace> traces(String words) {
    Set<Trace> traces = EnumSet.noneOf(Trace.class);
    Arrays.stream(words.split(" "))
        .filter(word -> !word.isEmpty())
        .map(Trace::valueOf)
        .forEach(traces::add);
    return traces;
  }
}

package org.csoalliance.event;

import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.sql.JsonRows;
import org.csoalliance.platform.sql.Rows;

/** Agenda, papers and others of the series as columns of the one statement that reads an event. */
final class EventProgrammeRepository {
  private EventProgrammeRepository() {}

  /**
   * The columns, for a statement with the event as {@code e}.
   *
   * @param siblings under which condition another event {@code o} may be seen; one more value
   *     follows those of the condition: now
   */
  static String columns(String siblings) {
    return "e.before_text, e.remote_link, e.draw_at, e.quiet_from, e.quiet_to, e.template,"
        + " e.picture_id is not null as picture, e.picture_alt, e.picture_width, e.picture_height,"
        + " (select jsonb_agg(jsonb_build_object('id', q2.id, 'title', q2.name, 'track', s.track,"
        + " 'room', s.room, 'speaker', s.speaker, 'text', s.text, 'starts', s.starts_at, 'ends',"
        + " s.ends_at, 'tlp', s.tlp, 'pause', s.pause, 'chosen', s.chosen, 'topics', s.topics,"
        + " 'capacity', q2.capacity, 'taken', q2.taken) order by s.starts_at, s.track, q2.id)"
        + " from event_session s join event_quota q2 on q2.id = s.quota_id where q2.event_id = e.id)"
        + " as sessions, (select jsonb_agg(jsonb_build_object('id', d.id, 'title', d.title, 'tlp',"
        + " d.tlp, 'after', d.afterwards, 'name', d.file_name, 'type', d.media_type, 'size',"
        + " d.size, 'added', d.added_at) order by d.afterwards, d.id) from event_document d where"
        + " d.event_id = e.id) as documents, (select jsonb_agg(b.sibling) from (select"
        + " jsonb_build_object('slug', o.slug, 'title', o.title, 'city', o.city, 'starts',"
        + " o.starts_at, 'zone', o.zone, 'status', o.status, 'left', p.capacity - p.taken, 'opens',"
        + " o.opens_at, 'tlp', o.tlp) as sibling from event o join event_quota p on p.event_id ="
        + " o.id and p.kind = 'EVENT' where o.series = e.series and o.series <> '' and o.id <> e.id"
        + " and not o.template and "
        + siblings
        + " and o.ends_at >= ? order by o.starts_at limit 8) b) as siblings";
  }

  /**
   * Reads them.
   *
   * @param over whether the event is over: slides from after it are nobody's before, but its
   *     organiser's
   */
  static EventProgramme read(
      ResultSet row, Reader reader, boolean seat, boolean organiser, boolean over)
      throws SQLException {
    List<EventDocument> documents =
        JsonRows.list(
                JsonRows.value(row.getString("documents")), EventProgrammeRepository::document)
            .stream()
            .filter(one -> organiser || over || !one.afterwards())
            .toList();
    List<EventDocument> open =
        documents.stream()
            .filter(one -> EventDocument.mayRead(reader, one.tlp(), seat, organiser))
            .toList();
    String link = row.getString("remote_link");
    return new EventProgramme(
        row.getString("before_text"),
        (seat || organiser) && !link.isEmpty() ? link : null,
        Rows.time(row, "draw_at"),
        row.getObject("quiet_from", Integer.class),
        row.getObject("quiet_to", Integer.class),
        row.getBoolean("template"),
        row.getBoolean("picture")
            ? new EventProgramme.Picture(
                row.getString("picture_alt"),
                row.getInt("picture_width"),
                row.getInt("picture_height"))
            : null,
        JsonRows.list(JsonRows.value(row.getString("sessions")), EventProgrammeRepository::session),
        open,
        documents.size() - open.size(),
        JsonRows.list(
            JsonRows.value(row.getString("siblings")), EventProgrammeRepository::sibling));
  }

  static EventSession session(JsonObject row) {
    Long capacity = JsonRows.number(row, "capacity");
    return new EventSession(
        JsonRows.number(row, "id"),
        JsonRows.text(row, "title"),
        JsonRows.text(row, "track"),
        JsonRows.text(row, "room"),
        JsonRows.text(row, "speaker"),
        JsonRows.text(row, "text"),
        JsonRows.time(row, "starts"),
        JsonRows.time(row, "ends"),
        Tlp.valueOf(JsonRows.text(row, "tlp")),
        JsonRows.flag(row, "pause"),
        JsonRows.flag(row, "chosen"),
        JsonRows.text(row, "topics"),
        capacity == null ? null : (Integer) capacity.intValue(),
        JsonRows.number(row, "taken").intValue());
  }

  private static EventDocument document(JsonObject row) {
    return new EventDocument(
        JsonRows.number(row, "id"),
        JsonRows.text(row, "title"),
        Tlp.valueOf(JsonRows.text(row, "tlp")),
        JsonRows.flag(row, "after"),
        JsonRows.text(row, "name"),
        JsonRows.text(row, "type"),
        JsonRows.number(row, "size"),
        JsonRows.time(row, "added"));
  }

  private static EventProgramme.Sibling sibling(JsonObject row) {
    Long left = JsonRows.number(row, "left");
    return new EventProgramme.Sibling(
        JsonRows.text(row, "slug"),
        JsonRows.text(row, "title"),
        JsonRows.text(row, "city"),
        JsonRows.time(row, "starts"),
        JsonRows.text(row, "zone"),
        EventStatus.valueOf(JsonRows.text(row, "status")),
        left == null ? null : (Integer) left.intValue(),
        JsonRows.time(row, "opens"),
        Tlp.valueOf(JsonRows.text(row, "tlp")));
  }
}

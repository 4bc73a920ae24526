package org.csoalliance.event;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.sql.Rows;

/** Keeps which sealed files are the picture and the papers of an event. */
@Dependent
public class EventMediaRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public EventMediaRepository() {}

  /** For tests. */
  public EventMediaRepository(EntityManager em) {
    this.em = em;
  }

  /** A sealed file with its media type. */
  record Stored(UUID file, String mediaType, String name) {}

  /** The picture, with the words for it. */
  record Picture(UUID file, String mediaType, String alt) {}

  /** Lets one change of an event's files at a time pass. */
  void lock(long event) {
    Rows.first(
        connection(),
        "select id from event where id = ? for update",
        List.of(event),
        row -> row.getLong(1));
  }

  Optional<Picture> picture(long event) {
    return Rows.first(
        connection(),
        "select picture_id, picture_type, picture_alt from event where id = ? and picture_id is not"
            + " null",
        List.of(event),
        row ->
            new Picture(
                row.getObject("picture_id", UUID.class),
                row.getString("picture_type"),
                row.getString("picture_alt")));
  }

  /** Shows a picture; null file: none. */
  void picture(long event, UUID file, String type, String alt, int width, int height, Instant now) {
    Rows.change(
        connection(),
        "update event set picture_id = ?, picture_type = ?, picture_alt = ?, picture_width = ?,"
            + " picture_height = ?, updated_at = ? where id = ?",
        Arrays.asList(file, type, alt, width, height, now, event));
  }

  void alt(long event, String alt, Instant now) {
    Rows.change(
        connection(),
        "update event set picture_alt = ?, updated_at = ? where id = ? and picture_id is not null",
        alt,
        now,
        event);
  }

  int papers(long event) {
    return Rows.first(
            connection(),
            "select count(*) from event_document where event_id = ?",
            List.of(event),
            row -> row.getInt(1))
        .orElseThrow();
  }

  long add(
      long event,
      String title,
      Tlp tlp,
      boolean afterwards,
      UUID file,
      String name,
      String type,
      long size,
      Instant now) {
    return Rows.first(
            connection(),
            "insert into event_document (event_id, title, tlp, afterwards, file_id, file_name,"
                + " media_type, size, added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
            List.of(event, title, tlp, afterwards, file, name, type, size, now),
            row -> row.getLong(1))
        .orElseThrow();
  }

  Optional<Stored> paper(long event, long id) {
    return Rows.first(
        connection(),
        "select file_id, media_type, file_name from event_document where event_id = ? and id = ?",
        List.of(event, id),
        row ->
            new Stored(
                row.getObject("file_id", UUID.class),
                row.getString("media_type"),
                row.getString("file_name")));
  }

  /** Changes title, label and time of a paper; false when there is none. */
  boolean change(long event, long id, String title, Tlp tlp, boolean afterwards) {
    return Rows.change(
            connection(),
            "update event_document set title = ?, tlp = ?, afterwards = ? where event_id = ? and id"
                + " = ?",
            title,
            tlp,
            afterwards,
            event,
            id)
        == 1;
  }

  void remove(long event, long id) {
    Rows.change(
        connection(), "delete from event_document where event_id = ? and id = ?", event, id);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}

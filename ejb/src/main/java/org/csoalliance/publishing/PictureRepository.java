package org.csoalliance.publishing;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.file.PictureSize;
import org.csoalliance.platform.sql.Rows;

/** Keeps the pictures of bulletins, each in a few widths. */
@Dependent
public class PictureRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public PictureRepository() {}

  /** For tests: works through the given entity manager. */
  public PictureRepository(EntityManager em) {
    this.em = em;
  }

  /** A new picture; its number. */
  long add(long bulletin, String alt, List<PictureSize> sizes, Instant now) {
    long id =
        Rows.first(
                connection(),
                "insert into bulletin_picture (bulletin_id, alt, added_at) values (?, ?, ?)"
                    + " returning id",
                List.of(bulletin, alt, now),
                row -> row.getLong(1))
            .orElseThrow();
    for (PictureSize size : sizes) {
      Rows.change(
          connection(),
          "insert into bulletin_picture_size (picture_id, width, height, media_type, content)"
              + " values (?, ?, ?, ?, ?)",
          id,
          size.width(),
          size.height(),
          size.mediaType(),
          size.content());
    }
    return id;
  }

  /** The pictures of a bulletin, in the order of their coming. */
  List<Picture> of(long bulletin) {
    return Rows.list(
        connection(),
        "select p.id, p.alt, array_agg(s.width order by s.width) as widths,"
            + " max(s.height) as height from bulletin_picture p"
            + " join bulletin_picture_size s on s.picture_id = p.id where p.bulletin_id = ?"
            + " group by p.id order by p.id",
        List.of(bulletin),
        row ->
            new Picture(
                row.getLong("id"),
                row.getString("alt"),
                Arrays.asList((Integer[]) row.getArray("widths").getArray()),
                row.getInt("height")));
  }

  /** The address of the bulletin that a picture belongs to. */
  Optional<String> slug(long picture) {
    return Rows.first(
        connection(),
        "select b.slug from bulletin b join bulletin_picture p on p.bulletin_id = b.id"
            + " where p.id = ?",
        List.of(picture),
        row -> row.getString(1));
  }

  /** A picture in one width. */
  Optional<PictureFile> file(long picture, int width) {
    return Rows.first(
        connection(),
        "select media_type, content from bulletin_picture_size"
            + " where picture_id = ? and width = ?",
        List.of(picture, width),
        row -> new PictureFile(row.getString(1), row.getBytes(2)));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}

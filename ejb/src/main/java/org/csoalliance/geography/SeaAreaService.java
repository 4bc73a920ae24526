package org.csoalliance.geography;

import static org.csoalliance.platform.security.Roles.ADMINISTRATOR;
import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.geo.Outline;
import org.csoalliance.platform.geo.TypedOutline;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.text.PlainText;

/** Named sea areas: everybody reads them, editors and administrators draw them. */
@Stateless
@RolesAllowed({EDITOR, ADMINISTRATOR})
public class SeaAreaService {
  /** So many areas there may be. */
  public static final int MOST_AREAS = 500;

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_NOTE = 500;

  @Inject private SeaAreaRepository areas;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public SeaAreaService() {}

  /** For tests. */
  public SeaAreaService(
      SeaAreaRepository areas, AuditLog audit, CallerContext caller, Clock clock) {
    this.areas = areas;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** All areas by name, the drawn ones first: one statement. */
  @PermitAll
  public List<SeaArea.Summary> all() {
    return areas.all();
  }

  /**
   * An area with its line: one statement.
   *
   * @param slug null is none
   */
  @PermitAll
  public Optional<SeaArea> find(String slug) {
    return known(slug) ? areas.find(slug) : Optional.empty();
  }

  /** The name of an area: one statement. */
  @PermitAll
  public Optional<String> name(String slug) {
    return known(slug) ? areas.name(slug) : Optional.empty();
  }

  private static boolean known(String slug) {
    return slug != null && slug.matches("[a-z0-9-]{1,80}");
  }

  /**
   * Keeps a new area.
   *
   * @param name 1 to 100 characters
   * @param note at most 500 characters; null or blank: none
   * @param outline one position a line
   * @return its slug
   * @throws InvalidException with a sentence for {@code name}, {@code note} or {@code outline}
   */
  public String add(String name, String note, String outline) {
    Drawn drawn = check(name, note, outline);
    if (areas.count() >= MOST_AREAS) {
      throw new InvalidException("name", "There are " + MOST_AREAS + " areas. Remove one first.");
    }
    String slug = slug(drawn.name());
    boolean added =
        areas.add(
            slug,
            drawn.name(),
            drawn.note(),
            SeaArea.Source.DRAWN,
            drawn.outline(),
            caller.reader().name(),
            clock.instant());
    if (!added) {
      throw new InvalidException("name", "There is an area of this name. Choose another name.");
    }
    record("area.added", slug, drawn.outline());
    return slug;
  }

  /**
   * Changes an area; its slug stays.
   *
   * @param version as the editor saw it
   * @throws InvalidException as {@link #add}
   * @throws ConflictException when somebody changed or removed it meanwhile
   */
  public void save(String slug, int version, String name, String note, String outline) {
    Drawn drawn = check(name, note, outline);
    boolean changed =
        known(slug)
            && areas.change(
                slug,
                drawn.name(),
                drawn.note(),
                drawn.outline(),
                caller.reader().name(),
                clock.instant(),
                version);
    if (!changed) {
      throw new ConflictException(
          "Somebody changed or removed this area meanwhile. Open it again and repeat your change.");
    }
    record("area.changed", slug, drawn.outline());
  }

  /**
   * Removes an area. Reports, lists and alerts keep what they hold; links to the area find nothing.
   *
   * @throws NotFoundException when there is none
   */
  public void remove(String slug) {
    if (!known(slug) || !areas.remove(slug)) {
      throw new NotFoundException("There is no such area.");
    }
    audit.record(caller.reader(), "area.removed", "area", slug, "");
  }

  /**
   * What became of a file of subregions.
   *
   * @param added how many became areas
   * @param there how many of that number stood there already and were left as they are
   */
  public record Subregions(int added, int there) {}

  /**
   * Makes areas of the subregions of NGA's ASAM list, all or none.
   *
   * @param content of {@code asam_subregions.csv}
   * @throws InvalidException field {@code file}, with the line that cannot be taken
   */
  public Subregions importSubregions(byte[] content) {
    Instant now = clock.instant();
    int added = 0;
    List<SubregionFile.Subregion> subregions = SubregionFile.read(content);
    for (SubregionFile.Subregion subregion : subregions) {
      int part = subregion.part();
      boolean isNew =
          areas.add(
              "asam-" + subregion.number() + (part > 1 ? "-" + part : ""),
              "ASAM subregion " + subregion.number() + (part > 1 ? ", part " + part : ""),
              "",
              SeaArea.Source.ASAM,
              subregion.outline(),
              caller.reader().name(),
              now);
      added += isNew ? 1 : 0;
    }
    int there = subregions.size() - added;
    audit.record(
        caller.reader(), "area.imported", "area", "asam", added + " added, " + there + " there");
    return new Subregions(added, there);
  }

  private void record(String action, String slug, Outline outline) {
    audit.record(caller.reader(), action, "area", slug, outline.points().size() + " points");
  }

  private record Drawn(String name, String note, Outline outline) {}

  private static Drawn check(String name, String note, String typed) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String line = PlainText.line(name, 1_000);
    if (slug(line).isEmpty()) {
      wrong.put("name", "Give the area a name with at least one letter or digit.");
    } else if (line.length() > LONGEST_NAME) {
      wrong.put("name", "The name has more than " + LONGEST_NAME + " characters. Shorten it.");
    }
    String words = PlainText.line(note, 2_000);
    if (words.length() > LONGEST_NOTE) {
      wrong.put("note", "The note has more than " + LONGEST_NOTE + " characters. Shorten it.");
    }
    Outline outline = null;
    try {
      outline = TypedOutline.read(typed);
    } catch (InvalidException refused) {
      wrong.putAll(refused.fields());
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new Drawn(line, words, outline);
  }

  private static String slug(String name) {
    String slug = PortName.folded(name).replace(' ', '-');
    return slug.length() <= 80 ? slug : slug.substring(0, 80).replaceFirst("-+$", "");
  }
}

package org.csoalliance.web.firstresponse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.firstresponse.Audience;
import org.csoalliance.incident.firstresponse.Block;
import org.csoalliance.incident.firstresponse.Content;
import org.csoalliance.incident.firstresponse.FactsText;
import org.csoalliance.incident.firstresponse.Part;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.web.shared.Bundles;

/** The words of the pages of reports, and a report's content in the order of the page. */
@Named("firstResponseWords")
@ApplicationScoped
public class FirstResponseWords {
  private static final Map<String, String> TEXTS = Bundles.read("firstresponse");

  /**
   * Blocks under one heading.
   *
   * @param part never UPDATE
   */
  public record Section(Part part, List<Block> blocks) {}

  /** Every text by its key. */
  @Produces
  @Dependent
  @Named("frText")
  public Map<String, String> texts() {
    return TEXTS;
  }

  /** A text by its key; the key itself where it is missing. */
  static String text(String key) {
    return TEXTS.getOrDefault(key, key);
  }

  /** A text with places {0}, {1} filled in; numbers as they are. */
  public String fill(String key, Object... values) {
    Object[] words = Arrays.stream(values).map(String::valueOf).toArray();
    return new MessageFormat(text(key), Locale.ENGLISH).format(words);
  }

  /** Known, not known, advice: those that have something to say. */
  public List<Section> sections(Content content) {
    return Stream.of(Part.KNOWN, Part.NOT_KNOWN, Part.ADVICE)
        .map(part -> new Section(part, blocks(content, part)))
        .filter(section -> !section.blocks().isEmpty())
        .toList();
  }

  /** The updates, the newest first. */
  public List<Block> updates(Content content) {
    return blocks(content, Part.UPDATE);
  }

  private static List<Block> blocks(Content content, Part part) {
    return content.blocks().stream().filter(block -> block.part() == part).toList();
  }

  /** Whether a block of a public report is for members alone. */
  public boolean inner(Content content, Block block) {
    return content.label() == Tlp.CLEAR && content.label(block) != Tlp.CLEAR;
  }

  /** Such as "22 Nov 2026 04:15 UTC". */
  public String minute(Instant at) {
    return FactsText.minute(at);
  }

  /** Kinds to choose from. */
  public List<SelectItem> getKinds() {
    return Arrays.stream(IncidentKind.values())
        .map(kind -> new SelectItem(kind.name(), kind.words()))
        .toList();
  }

  /** "Not rated" and the four categories. */
  public List<SelectItem> getSeverities() {
    return Stream.of("", "1", "2", "3", "4")
        .map(value -> new SelectItem(value, text("severity." + (value.isEmpty() ? "none" : value))))
        .toList();
  }

  /** Whom something is for. */
  public List<SelectItem> getAudiences() {
    return Arrays.stream(Audience.values())
        .map(audience -> new SelectItem(audience, text("audience." + audience)))
        .toList();
  }

  /** The two labels of what members read. */
  public List<SelectItem> getTlps() {
    return Stream.of(Tlp.GREEN, Tlp.AMBER)
        .map(tlp -> new SelectItem(tlp, text("tlp." + tlp)))
        .toList();
  }

  /** The parts that can be added. */
  public List<SelectItem> getParts() {
    return Arrays.stream(Part.values()).map(part -> new SelectItem(part, part.words())).toList();
  }
}

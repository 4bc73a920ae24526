package org.csoalliance.event;

import java.time.Instant;
import java.util.List;
import org.csoalliance.platform.sharing.Tlp;

/**
 * What the page of an event shows beside its facts, as this reader may see it.
 *
 * @param before what people bring and know before they come; may be empty
 * @param remoteLink how to join from afar; null where this reader has no seat
 * @param drawAt when seats are drawn by lot; null: first come, first served
 * @param quietFrom the hour of the event's zone from which no offers are made; null: at any hour
 * @param quietTo the hour from which they are made again; null: at any hour
 * @param template whether it is a draft to copy from
 * @param picture null: none
 * @param sessions the agenda in the order of time
 * @param documents those that this reader may open
 * @param hidden how many papers this reader may not open
 * @param siblings others of the series that come, the next first
 */
public record EventProgramme(
    String before,
    String remoteLink,
    Instant drawAt,
    Integer quietFrom,
    Integer quietTo,
    boolean template,
    Picture picture,
    List<EventSession> sessions,
    List<EventDocument> documents,
    int hidden,
    List<Sibling> siblings) {
  /** Copies the lists. */
  public EventProgramme {
    sessions = List.copyOf(sessions);
    documents = List.copyOf(documents);
    siblings = List.copyOf(siblings);
  }

  /** Nothing beside the facts. */
  public static final EventProgramme NONE =
      new EventProgramme(
          "", null, null, null, null, false, null, List.of(), List.of(), 0, List.of());

  /**
   * The picture at the head of the page.
   *
   * @param alt what it shows, for those who do not see it
   */
  public record Picture(String alt, int width, int height) {}

  /** Another event of the series. */
  public record Sibling(
      String slug,
      String title,
      String city,
      Instant startsAt,
      String zone,
      EventStatus status,
      Integer left,
      Instant opensAt,
      Tlp tlp) {}
}

package org.csoalliance.event;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.file.SealedFiles;

/**
 * Hands out the picture and the papers of events. Anyone may call it: whoever may not see an event,
 * or a paper of it, is answered as if there were none.
 */
@Stateless
@PermitAll
public class EventMediaService {
  @Inject private EventListService events;
  @Inject private EventMediaRepository media;
  @Inject private SealedFiles files;

  /** Made by the container. */
  public EventMediaService() {}

  /** For tests. */
  EventMediaService(EventListService events, EventMediaRepository media, SealedFiles files) {
    this.events = events;
    this.media = media;
    this.files = files;
  }

  /**
   * The picture of an event that the caller may see.
   *
   * @throws NotFoundException when there is none
   */
  public EventFile picture(String slug) {
    EventDetail event = events.detail(slug);
    return media
        .picture(event.summary().id())
        .map(
            found ->
                new EventFile(
                    event.summary().slug()
                        + (found.mediaType().equals("image/png") ? ".png" : ".jpg"),
                    found.mediaType(),
                    files.open(found.file()),
                    found.file().toString()))
        .orElseThrow(() -> new NotFoundException("This event has no picture."));
  }

  /**
   * A paper that the caller may open: by its label, with a seat, or as the organiser; slides from
   * after the event once it is over.
   *
   * @throws NotFoundException when there is none
   */
  public EventFile paper(String slug, long id) {
    EventDetail event = events.detail(slug);
    if (event.programme().documents().stream().noneMatch(paper -> paper.id() == id)) {
      throw new NotFoundException("There is no such paper, or you may not open it.");
    }
    EventMediaRepository.Stored stored = media.paper(event.summary().id(), id).orElseThrow();
    UUID file = stored.file();
    return new EventFile(stored.name(), stored.mediaType(), files.open(file), file.toString());
  }
}

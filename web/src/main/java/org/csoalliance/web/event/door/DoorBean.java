package org.csoalliance.web.event.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.TreeMap;
import org.csoalliance.event.door.DoorService;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Bundles;

/** The frame of the door; its script fills it and works without a network. */
@Named("door")
@RequestScoped
public class DoorBean {
  private static final String WORDS = words();

  @Inject private DoorService service;

  private String title;

  /** Lets nobody see the frame who checks nobody in there. */
  public void load() {
    try {
      title = service.title(getSlug());
    } catch (NotFoundException none) {
      Answers.notFound(FacesContext.getCurrentInstance());
    }
  }

  private static String words() {
    JsonObjectBuilder words = Json.createObjectBuilder();
    new TreeMap<>(Bundles.read("door"))
        .forEach(
            (key, text) -> {
              if (key.startsWith("js.")) {
                words.add(key.substring(3), text);
              }
            });
    return words.build().toString();
  }

  /** The part of the address. */
  public String getSlug() {
    return Asked.parameter("slug");
  }

  /** The event. */
  public String getTitle() {
    return title;
  }

  /** The words of the script, as JSON. */
  public String getWords() {
    return WORDS;
  }
}

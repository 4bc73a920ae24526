package org.csoalliance.web.me;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.platform.due.Due;
import org.csoalliance.platform.due.DueService;
import org.csoalliance.web.shared.Bundles;

/** What waits for the person, on their home page. */
@Named("due")
@RequestScoped
public class DueBean {
  private static final Map<String, String> WORDS = Bundles.read("due");

  @EJB private DueService service;

  private List<Due> rows;

  /** What is due, the most urgent first. */
  public List<Due> getRows() {
    if (rows == null) {
      rows = service.mine();
    }
    return rows;
  }

  /** What is to be done, in words. */
  public String words(Due one) {
    String key =
        one.kind()
            + (one.title().isEmpty() && WORDS.containsKey(one.kind() + ".one") ? ".one" : "");
    return new MessageFormat(WORDS.get(key), Locale.ENGLISH)
        .format(new Object[] {one.title(), one.number()});
  }

  /** A text of this part of the page. */
  public String text(String key) {
    return WORDS.get(key);
  }
}

package org.csoalliance.web.publishing;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.csoalliance.publishing.Article;
import org.csoalliance.publishing.ArticleLine;
import org.csoalliance.publishing.NewsService;
import org.csoalliance.publishing.Part;

/** The newest bulletin on the home pages: one lead, three short. */
@Named("homeNews")
@RequestScoped
public class HomeNewsBean {
  private static final Logger LOG = Logger.getLogger(HomeNewsBean.class.getName());
  private static final int SHORT = 3;

  @Inject private NewsService news;

  private Article bulletin;
  private boolean read;
  private List<ArticleLine> lines;

  /** The newest public one; null while there is none, or it cannot be read. */
  public Article getBulletin() {
    if (!read) {
      read = true;
      try {
        bulletin = news.ofThePublic(1).stream().findFirst().orElse(null);
      } catch (EJBException failed) {
        LOG.log(Level.WARNING, "The home page is shown without a bulletin.", failed);
      }
    }
    return bulletin;
  }

  /** The story on top; null while there is none. */
  public Part getLead() {
    return getBulletin() == null || bulletin.parts().isEmpty() ? null : bulletin.parts().get(0);
  }

  /** The next three. */
  public List<Part> getShort() {
    return getLead() == null ? List.of() : bulletin.parts().stream().skip(1).limit(SHORT).toList();
  }

  /** The newest three lines that the reader may see, for the home of a member. */
  public List<ArticleLine> getLines() {
    if (lines == null) {
      lines = news.newest(SHORT);
    }
    return lines;
  }
}

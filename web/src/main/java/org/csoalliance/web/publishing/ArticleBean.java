package org.csoalliance.web.publishing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.publishing.Article;
import org.csoalliance.publishing.NewsService;
import org.csoalliance.publishing.PictureFile;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Download;

/** The page of one bulletin, and its pictures. */
@Named("newsPage")
@RequestScoped
public class ArticleBean {
  private static final Pattern PICTURE = Pattern.compile("/~(/news/pictures/[0-9]+/[0-9]+)");

  @Inject private NewsService news;
  @Inject private Settings settings;

  private Article article;

  /** One that is not there and one that may not be seen answer the same. */
  public void load() {
    try {
      article = news.article(Asked.parameter("slug"));
    } catch (NotFoundException none) {
      Answers.notFound(FacesContext.getCurrentInstance());
    }
  }

  /** Sends a picture. */
  public void sendPicture() {
    FacesContext context = FacesContext.getCurrentInstance();
    String id = Asked.parameter("id");
    String width = Asked.parameter("width");
    if (id == null || !id.matches("[0-9]{1,18}") || !width.matches("[0-9]{1,5}")) {
      Answers.notFound(context);
      return;
    }
    try {
      PictureFile file = news.picture(Long.parseLong(id), Integer.parseInt(width));
      String ending = file.mediaType().endsWith("png") ? ".png" : ".jpg";
      Download.send(
          context,
          "picture-" + id + ending,
          file.mediaType(),
          file.content(),
          true,
          "p" + id + "-" + width);
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  /** Null when there is none, and the answer is then "not found". */
  public Article getArticle() {
    return article;
  }

  /** The title of the page. */
  public String getTitle() {
    return article == null ? "" : article.title();
  }

  /** Whether everybody may read it, so that others may show what it is about. */
  public boolean isOpen() {
    return article != null && article.open() && article.withdrawnAt() == null;
  }

  /** The whole address, as other sites quote it. */
  public String getAddress() {
    return settings.baseUrl() + "/news/" + article.slug();
  }

  /** The whole address of the first picture that everybody may see; null without one. */
  public String getPicture() {
    Matcher inIntroduction = PICTURE.matcher(article.introduction());
    if (inIntroduction.find()) {
      return settings.baseUrl() + inIntroduction.group(1);
    }
    return article.parts().stream()
        .filter(part -> !part.inner())
        .map(part -> PICTURE.matcher(part.teaser() + part.text()))
        .filter(Matcher::find)
        .map(found -> settings.baseUrl() + found.group(1))
        .findFirst()
        .orElse(null);
  }
}

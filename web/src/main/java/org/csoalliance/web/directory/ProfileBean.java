package org.csoalliance.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.csoalliance.membership.directory.Profile;
import org.csoalliance.membership.directory.ProfileService;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;

/** The page on which a member chooses what others see. */
@Named("profile")
@RequestScoped
public class ProfileBean {
  @Inject private ProfileService service;
  @Inject private CallerContext caller;

  private boolean hidden;
  private Set<Profile.Field> shown = EnumSet.noneOf(Profile.Field.class);
  private String languages = "";
  private String waters = "";
  private String about = "";

  /** Reads what stands; of a posted form, what was ticked. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!isMember()) {
      return;
    }
    if (!context.isPostback()) {
      Profile standing = service.mine();
      hidden = standing.hidden();
      shown = standing.shown();
      languages = standing.languages();
      waters = standing.waters();
      about = standing.about();
      return;
    }
    ExternalContext external = context.getExternalContext();
    String[] ticked = external.getRequestParameterValuesMap().get("show");
    for (String name : ticked == null ? new String[0] : ticked) {
      for (Profile.Field field : Profile.Field.values()) {
        if (field.name().equals(name)) {
          shown.add(field);
        }
      }
    }
    hidden = "HIDDEN".equals(external.getRequestParameterMap().get("listed"));
  }

  /** Keeps what was chosen. */
  public void save() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      service.keep(new Profile(hidden, shown, languages, waters, about));
      Answers.notice(context, "Saved. Others see the change at once.");
      Answers.redirect(context, "/me/profile");
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    }
  }

  /** Whether the directory lists people such as the reader at all. */
  public boolean isMember() {
    return caller.reader().is(Role.MEMBER);
  }

  /** The address of the reader's page as others see it. */
  public String getPage() {
    return "/members/" + caller.reader().accountId();
  }

  /** What can be shown or not. */
  public List<Profile.Field> getFields() {
    return List.of(Profile.Field.values());
  }

  /** Whether others see the field. */
  public boolean shows(Profile.Field field) {
    return shown.contains(field);
  }

  /** Whether the directory leaves the reader out. */
  public boolean isHidden() {
    return hidden;
  }

  public String getLanguages() {
    return languages;
  }

  public void setLanguages(String languages) {
    this.languages = languages == null ? "" : languages;
  }

  public String getWaters() {
    return waters;
  }

  public void setWaters(String waters) {
    this.waters = waters == null ? "" : waters;
  }

  public String getAbout() {
    return about;
  }

  public void setAbout(String about) {
    this.about = about == null ? "" : about;
  }
}

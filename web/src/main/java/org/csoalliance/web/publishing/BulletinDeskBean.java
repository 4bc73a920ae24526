package org.csoalliance.web.publishing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.publishing.BulletinDraftService;
import org.csoalliance.publishing.Draft;
import org.csoalliance.publishing.DraftLine;
import org.csoalliance.publishing.VersionChange;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The editors' desk of bulletins, and what the versions of one changed. */
@Named("bulletinDesk")
@RequestScoped
public class BulletinDeskBean {
  @Inject private BulletinDraftService drafts;
  @Inject private CallerContext caller;

  private List<DraftLine> rows = List.of();
  private Draft draft;
  private List<VersionChange> changes = List.of();

  /** Editors alone. */
  public void load() {
    if (editor()) {
      rows = drafts.desk();
    }
  }

  /** The versions of one. */
  public void loadVersions() {
    if (!editor()) {
      return;
    }
    try {
      draft = drafts.open(id(Asked.parameter("id")));
      changes = drafts.changes(draft.id());
    } catch (NotFoundException none) {
      Answers.notFound(FacesContext.getCurrentInstance());
    }
  }

  private boolean editor() {
    boolean editor = caller.reader().is(Role.EDITOR);
    if (!editor) {
      Answers.forbidden(FacesContext.getCurrentInstance());
    }
    return editor;
  }

  /** A number in an address; -1 for what is none. */
  static long id(String given) {
    return given != null && given.matches("[0-9]{1,18}") ? Long.parseLong(given) : -1;
  }

  /** Every bulletin, what is worked on first. */
  public List<DraftLine> getRows() {
    return rows;
  }

  /** The one whose versions are shown. */
  public Draft getDraft() {
    return draft;
  }

  /** What each version changed, the newest first. */
  public List<VersionChange> getChanges() {
    return changes;
  }
}

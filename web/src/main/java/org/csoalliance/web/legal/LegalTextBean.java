package org.csoalliance.web.legal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.csoalliance.membership.legal.LegalDocument;
import org.csoalliance.membership.legal.LegalText;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** A text at {@code /legal/{document}}, or an earlier version of it. */
@Named("legalText")
@RequestScoped
public class LegalTextBean {
  private LegalText text;

  /** Finds the text. */
  public void load() {
    String version = Asked.parameter("version");
    Optional<LegalDocument> document = LegalDocument.of(Asked.parameter("document"));
    text =
        document
            .flatMap(found -> LegalText.of(found, version == null ? found.current() : version))
            .orElse(null);
    if (text == null) {
      Answers.notFound(FacesContext.getCurrentInstance());
    }
  }

  /** The text. */
  public LegalText getText() {
    return text;
  }

  /** Every version of it, the newest first. */
  public List<LegalText> getVersions() {
    return text == null
        ? List.of()
        : text.document().versions().stream()
            .sorted(java.util.Comparator.reverseOrder())
            .map(version -> LegalText.of(text.document(), version).orElseThrow())
            .toList();
  }

  /** The other texts. */
  public List<LegalDocument> getOthers() {
    return Arrays.stream(LegalDocument.values())
        .filter(each -> text != null && each != text.document())
        .toList();
  }
}

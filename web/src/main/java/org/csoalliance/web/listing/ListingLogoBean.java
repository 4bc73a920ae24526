package org.csoalliance.web.listing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.HexFormat;
import org.csoalliance.listing.ListingService;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.Sha256;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Download;

/** Hands out a logo, which we painted ourselves: {@code /directory/{slug}/logo}. */
@Named("listingLogo")
@RequestScoped
public class ListingLogoBean {
  @EJB private ListingService service;

  /** Answers with the picture. */
  public void send() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      byte[] logo = service.logo(Asked.parameter("slug"));
      String etag = HexFormat.of().formatHex(Sha256.of(logo), 0, 8);
      Download.send(context, "logo.jpg", "image/jpeg", logo, true, etag);
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }
}

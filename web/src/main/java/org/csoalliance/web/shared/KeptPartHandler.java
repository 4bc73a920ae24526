package org.csoalliance.web.shared;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.facelets.ComponentConfig;
import jakarta.faces.view.facelets.ComponentHandler;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagAttribute;
import java.io.IOException;

/** Builds what is inside of a {@link KeptPart} only when it is not in memory. */
public class KeptPartHandler extends ComponentHandler {
  private final String part;
  private final TagAttribute key;

  /** Called by Facelets once for each place where the tag stands. */
  public KeptPartHandler(ComponentConfig config) {
    super(config);
    part = getRequiredAttribute("of").getValue();
    key = getAttribute("key");
  }

  @Override
  public void applyNextHandler(FaceletContext ctx, UIComponent component) throws IOException {
    if (key != null) {
      FacesContext context = ctx.getFacesContext();
      KeptParts.Key wanted = KeptParts.Key.of(context, part, key.getValue(ctx));
      if (((KeptPart) component).find(KeptParts.of(context), wanted)) {
        return;
      }
    }
    super.applyNextHandler(ctx, component);
  }
}

package org.csoalliance.web.shared;

import jakarta.faces.component.UISelectOne;

/**
 * One answer out of a few, as radio buttons with a legend: {@code <a:choices id="kind" label="What
 * happened?" value="#{…}">} with f:selectItem inside. Enums convert by themselves.
 */
public class Choices extends UISelectOne {
  /** Called by Faces. */
  public Choices() {
    setRendererType("org.csoalliance.Choices");
  }
}

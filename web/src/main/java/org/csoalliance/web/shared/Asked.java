package org.csoalliance.web.shared;

import jakarta.faces.context.FacesContext;

/** What the address, or the form that repeats it, asks with. */
public final class Asked {
  private Asked() {}

  /** A parameter of the request that runs, null when it is missing. */
  public static String parameter(String name) {
    return FacesContext.getCurrentInstance()
        .getExternalContext()
        .getRequestParameterMap()
        .get(name);
  }
}

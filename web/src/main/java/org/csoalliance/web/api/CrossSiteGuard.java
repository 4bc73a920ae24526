package org.csoalliance.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * A page of another site cannot make a signed-in browser change something here. Programs send a
 * token that no other site knows, and browsers say where a request comes from.
 */
@Provider
public class CrossSiteGuard implements ContainerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public void filter(ContainerRequestContext request) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    boolean foreign = "cross-site".equals(site) || "same-site".equals(site);
    if (foreign
        && !READING.contains(request.getMethod())
        && request.getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
      request.abortWith(
          Problem.of(403, "A page of another site cannot do this; send a token.").response());
    }
  }
}

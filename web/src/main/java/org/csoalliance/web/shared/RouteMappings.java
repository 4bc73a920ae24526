package org.csoalliance.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import org.csoalliance.platform.settings.Settings;

/**
 * Maps the addresses of {@link Routes} to the Faces servlet when the application starts, and keeps
 * the session's cookie to TLS where the platform has an address with TLS. The servlet itself, and
 * not a forward to it, must own them: only then do its multipart limits hold for an upload (Payara
 * asks the servlet that was mapped, not the one forwarded to).
 */
public class RouteMappings implements ServletContextListener {
  /** The name of the Faces servlet in web.xml. */
  static final String FACES = "faces";

  @Inject private Settings settings;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    // behind a proxy with TLS the servers see no TLS, so the address people use decides
    if (settings.baseUrl().startsWith("https:")) {
      event.getServletContext().getSessionCookieConfig().setSecure(true);
    }
    ServletRegistration faces = event.getServletContext().getServletRegistration(FACES);
    String[] patterns =
        Routes.table().stream().map(Routes.Route::servletPattern).distinct().toArray(String[]::new);
    if (!faces.addMapping(patterns).isEmpty()) {
      throw new IllegalStateException("An address of the route table is taken by another servlet.");
    }
  }
}

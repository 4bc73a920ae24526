package org.csoalliance.web.shared;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;

/**
 * Maps the addresses of {@link Routes} to the Faces servlet when the application starts. The
 * servlet itself, and not a forward to it, must own them: only then do its multipart limits hold
 * for an upload (Payara asks the servlet that was mapped, not the one forwarded to).
 */
public class RouteMappings implements ServletContextListener {
  /** The name of the Faces servlet in web.xml. */
  static final String FACES = "faces";

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletRegistration faces = event.getServletContext().getServletRegistration(FACES);
    String[] patterns =
        Routes.table().stream().map(Routes.Route::servletPattern).distinct().toArray(String[]::new);
    if (!faces.addMapping(patterns).isEmpty()) {
      throw new IllegalStateException("An address of the route table is taken by another servlet.");
    }
  }
}

package org.csoalliance.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The REST interface. Resources are named here one by one, and openapi.json describes each of them;
 * a test compares the two.
 */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {

  /** The classes that answer addresses. */
  static final List<Class<?>> RESOURCES =
      List.of(
          IncidentResource.class,
          IncidentExportResource.class,
          AttachmentResource.class,
          ImportResource.class,
          MapResource.class,
          StatisticsResource.class,
          GroupResource.class,
          EventResource.class,
          CheckInResource.class,
          CalendarResource.class,
          FirstResponseResource.class,
          NewsResource.class,
          OpenApiResource.class);

  private static final List<Class<?>> PROVIDERS =
      List.of(
          ProblemMappers.Any.class,
          ProblemMappers.OfServer.class,
          ProblemMappers.OfService.class,
          ProblemMappers.OfEjb.class,
          ProblemMappers.OfProblem.class,
          ProblemMappers.OfJson.class,
          ApiHeaders.class);

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new LinkedHashSet<>(RESOURCES);
    classes.addAll(PROVIDERS);
    return classes;
  }

  @Override
  public Map<String, Object> getProperties() {
    // Jersey would describe itself in its own format beside openapi.json
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}

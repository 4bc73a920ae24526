package org.csoalliance.web.api;

import jakarta.ejb.EJBException;
import jakarta.json.JsonException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.csoalliance.platform.error.AllianceException;
import org.csoalliance.web.shared.Faults;

/**
 * Answers each exception with a problem document. One mapper for each family, because the servers
 * bring mappers of their own for some of them, and the nearest type wins.
 */
final class ProblemMappers {
  private ProblemMappers() {}

  abstract static class Mapper<E extends Throwable> implements ExceptionMapper<E> {
    @Context private HttpServletRequest request;

    @Override
    public Response toResponse(E thrown) {
      Problem problem = Problems.of(thrown, request.getUserPrincipal() != null);
      if (problem == null) {
        String reference = Faults.record(thrown, request);
        problem =
            new Problem(
                500,
                "Something went wrong on our side. It is logged as " + reference + ".",
                "urn:csoalliance:fault:" + reference,
                Map.of());
      }
      return problem.response();
    }
  }

  /** Whatever nobody foresaw. */
  @Provider
  public static class Any extends Mapper<Throwable> {}

  /** Wrapped by the EJB container: denied, or a fault. */
  @Provider
  public static class OfEjb extends Mapper<EJBException> {}

  /** What services say. */
  @Provider
  public static class OfService extends Mapper<AllianceException> {}

  /** What the interface says before it asks a service. */
  @Provider
  public static class OfProblem extends Mapper<ProblemException> {}

  /** JSON that cannot be read. */
  @Provider
  public static class OfJson extends Mapper<JsonException> {}

  /** What the server says: no such address, method, format. Its status and Allow stay. */
  @Provider
  public static class OfServer extends Mapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException thrown) {
      Response theirs = thrown.getResponse();
      if (theirs.getStatus() < 400) {
        return theirs;
      }
      Response ours = super.toResponse(thrown);
      Object allow = theirs.getHeaders().getFirst(HttpHeaders.ALLOW);
      return allow == null
          ? ours
          : Response.fromResponse(ours).header(HttpHeaders.ALLOW, allow).build();
    }
  }
}

package org.csoalliance.web.shared;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Writes the addresses of {@link Routes} where Faces would write the names of views: in the action
 * of a form, which keeps the address and the query it was opened with, in redirects and in links.
 */
public class RoutedViewHandler extends ViewHandlerWrapper {
  private static final String ELSEWHERE = RoutedViewHandler.class.getName();

  /** Called by Faces. */
  public RoutedViewHandler(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public String getActionURL(FacesContext context, String viewId) {
    ExternalContext external = context.getExternalContext();
    String root = external.getRequestContextPath();
    if (external.getRequestMap().get(RouteFilter.MATCH) instanceof Routes.Match match
        && match.route().view().equals(viewId)
        && !context.getAttributes().containsKey(ELSEWHERE)) {
      Object request = external.getRequest();
      String query =
          request instanceof jakarta.servlet.http.HttpServletRequest http
              ? http.getQueryString()
              : null;
      return root + Routes.encodePath(match.path()) + (query == null ? "" : "?" + query);
    }
    return Routes.ofView(viewId)
        .filter(route -> !route.parametric())
        .map(route -> root + route.pattern())
        .orElseGet(() -> super.getActionURL(context, viewId));
  }

  @Override
  public String getRedirectURL(
      FacesContext context,
      String viewId,
      Map<String, List<String>> parameters,
      boolean includeViewParams) {
    return elsewhere(
        context, () -> super.getRedirectURL(context, viewId, parameters, includeViewParams));
  }

  @Override
  public String getBookmarkableURL(
      FacesContext context,
      String viewId,
      Map<String, List<String>> parameters,
      boolean includeViewParams) {
    return elsewhere(
        context, () -> super.getBookmarkableURL(context, viewId, parameters, includeViewParams));
  }

  private static String elsewhere(
      FacesContext context, java.util.function.Supplier<String> address) {
    context.getAttributes().put(ELSEWHERE, Boolean.TRUE);
    try {
      return pretty(context.getExternalContext().getRequestContextPath(), address.get());
    } finally {
      context.getAttributes().remove(ELSEWHERE);
    }
  }

  /** Moves parameters into the address where the view's route has a place for them. */
  static String pretty(String root, String url) {
    int question = url.indexOf('?');
    String path = question < 0 ? url : url.substring(0, question);
    Optional<Routes.Route> route =
        path.startsWith(root) ? Routes.ofView(path.substring(root.length())) : Optional.empty();
    if (route.isEmpty()) {
      return url;
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : question < 0 ? new String[0] : url.substring(question + 1).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    Map<String, String> decoded = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> decoded.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8)));
    Optional<String> address = Routes.address(route.get(), decoded);
    if (address.isEmpty()) {
      return url;
    }
    StringJoiner rest = new StringJoiner("&", "?", "").setEmptyValue("");
    parameters.forEach(
        (name, value) -> {
          if (decoded.containsKey(name)) {
            rest.add(name + "=" + value);
          }
        });
    return root + address.get() + rest;
  }
}

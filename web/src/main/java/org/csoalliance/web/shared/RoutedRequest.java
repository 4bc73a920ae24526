package org.csoalliance.web.shared;

import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.MappingMatch;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to an address of the table, as the Faces servlet must see it: mapped by extension to
 * the view, with the parts of the address as parameters. A part of the address wins over a
 * parameter of the same name.
 */
class RoutedRequest extends HttpServletRequestWrapper {
  private final Routes.Match match;

  RoutedRequest(HttpServletRequest request, Routes.Match match) {
    super(request);
    this.match = match;
  }

  @Override
  public String getServletPath() {
    return match.route().view();
  }

  @Override
  public String getPathInfo() {
    return null;
  }

  @Override
  public HttpServletMapping getHttpServletMapping() {
    return new ViewMapping(match.route().view());
  }

  @Override
  public String getParameter(String name) {
    String part = match.parameters().get(name);
    return part == null ? super.getParameter(name) : part;
  }

  @Override
  public String[] getParameterValues(String name) {
    String part = match.parameters().get(name);
    return part == null ? super.getParameterValues(name) : new String[] {part};
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    if (match.parameters().isEmpty()) {
      return super.getParameterMap();
    }
    Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
    match.parameters().forEach((name, part) -> all.put(name, new String[] {part}));
    return Collections.unmodifiableMap(all);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(getParameterMap().keySet());
  }

  private record ViewMapping(String view) implements HttpServletMapping {
    @Override
    public String getMatchValue() {
      return view.substring(1, view.length() - ".xhtml".length());
    }

    @Override
    public String getPattern() {
      return "*.xhtml";
    }

    @Override
    public String getServletName() {
      return RouteMappings.FACES;
    }

    @Override
    public MappingMatch getMappingMatch() {
      return MappingMatch.EXTENSION;
    }
  }
}

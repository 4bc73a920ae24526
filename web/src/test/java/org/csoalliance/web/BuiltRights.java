package org.csoalliance.web;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Routes;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Walks through the code for everything that can be called, and what the code says of who may. */
final class BuiltRights {
  static final String EVERYONE = "everyone";
  static final String SIGNED_IN = "signed-in";
  static final String NOBODY = "nobody";

  private static final Map<String, String> VERBS =
      Map.of("doGet", "GET", "doPost", "POST", "doPut", "PUT", "doDelete", "DELETE");

  private BuiltRights() {}

  /** Rows by their names, in order. */
  static Map<String, String> read() {
    Map<String, String> rows = new TreeMap<>();
    Map<String, String> constraints = constraints();
    for (Routes.Route route : Routes.table()) {
      if (!route.view().startsWith("/WEB-INF/")) {
        rows.put("page GET " + route.pattern(), constraint(constraints, route.pattern()));
      }
    }
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.csoalliance");
    for (JavaClass each : classes) {
      if (each.isAnnotatedWith(Stateless.class) || each.isAnnotatedWith(Singleton.class)) {
        services(each, rows);
      }
      if (each.isAnnotatedWith(jakarta.ws.rs.Path.class)) {
        endpoints(each.reflect(), rows);
      }
      if (each.isAnnotatedWith(WebServlet.class)) {
        servlets(each, constraints, rows);
      }
    }
    return rows;
  }

  /** Whether everybody of the first may by the second. */
  static boolean within(String roles, String said) {
    if (said.equals(EVERYONE) || roles.equals(NOBODY) || roles.equals(said)) {
      return true;
    }
    if (roles.equals(EVERYONE) || said.equals(NOBODY)) {
      return false;
    }
    return all(said).containsAll(all(roles));
  }

  private static Set<String> all(String roles) {
    return roles.equals(SIGNED_IN)
        ? Arrays.stream(Role.values()).map(Enum::name).collect(Collectors.toSet())
        : Set.of(roles.split(","));
  }

  private static String words(Set<String> roles) {
    if (roles.isEmpty()) {
      return NOBODY;
    }
    return roles.size() == Role.values().length || roles.contains("**")
        ? SIGNED_IN
        : String.join(",", new TreeSet<>(roles));
  }

  private static void endpoints(Class<?> resource, Map<String, String> rows) {
    for (Method method : resource.getDeclaredMethods()) {
      for (Annotation annotation : method.getAnnotations()) {
        HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
        if (http != null) {
          jakarta.ws.rs.Path below = method.getAnnotation(jakarta.ws.rs.Path.class);
          String path =
              resource.getAnnotation(jakarta.ws.rs.Path.class).value()
                  + "/"
                  + (below == null ? "" : below.value());
          path = path.replaceAll("/+", "/").replaceAll("(.)/$", "$1");
          rows.put("api " + http.value() + " " + path, EVERYONE);
        }
      }
    }
  }

  private static void services(JavaClass service, Map<String, String> rows) {
    for (JavaMethod method : service.getMethods()) {
      if (!method.getModifiers().contains(JavaModifier.PUBLIC)
          || method.getModifiers().contains(JavaModifier.STATIC)
          || method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
        continue;
      }
      String parameters =
          method.getRawParameterTypes().stream()
              .map(JavaClass::getSimpleName)
              .collect(Collectors.joining(","));
      String name =
          service.getName().replace("org.csoalliance.", "")
              + "."
              + method.getName()
              + "("
              + parameters
              + ")";
      rows.put("service " + name, said(method, service));
    }
  }

  private static String said(JavaMethod method, JavaClass service) {
    if (method.isAnnotatedWith(DenyAll.class)) {
      return NOBODY;
    }
    if (method.isAnnotatedWith(PermitAll.class)) {
      return EVERYONE;
    }
    if (method.isAnnotatedWith(RolesAllowed.class)) {
      return words(Set.of(method.getAnnotationOfType(RolesAllowed.class).value()));
    }
    if (service.isAnnotatedWith(RolesAllowed.class)) {
      return words(Set.of(service.getAnnotationOfType(RolesAllowed.class).value()));
    }
    return service.isAnnotatedWith(PermitAll.class) ? EVERYONE : NOBODY;
  }

  private static void servlets(
      JavaClass servlet, Map<String, String> constraints, Map<String, String> rows) {
    WebServlet annotation = servlet.getAnnotationOfType(WebServlet.class);
    Set<String> patterns = new TreeSet<>(Set.of(annotation.value()));
    patterns.addAll(Set.of(annotation.urlPatterns()));
    for (JavaMethod method : servlet.getMethods()) {
      String verb = VERBS.get(method.getName());
      if (verb != null) {
        patterns.forEach(
            pattern ->
                rows.put("servlet " + verb + " " + pattern, constraint(constraints, pattern)));
      }
    }
  }

  /** The constraint of the longest pattern that fits, as the servlet specification says. */
  private static String constraint(Map<String, String> constraints, String path) {
    String best = null;
    for (String pattern : constraints.keySet()) {
      boolean fits =
          pattern.endsWith("/*")
              ? (path + "/").startsWith(pattern.substring(0, pattern.length() - 1))
              : path.equals(pattern);
      if (fits && (best == null || pattern.length() > best.length())) {
        best = pattern;
      }
    }
    return best == null ? EVERYONE : constraints.get(best);
  }

  private static Map<String, String> constraints() {
    Map<String, String> found = new TreeMap<>();
    try {
      NodeList all =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(Path.of("src/main/webapp/WEB-INF/web.xml").toFile())
              .getElementsByTagName("security-constraint");
      for (int i = 0; i < all.getLength(); i++) {
        Element constraint = (Element) all.item(i);
        Set<String> roles = new TreeSet<>(texts(constraint, "role-name"));
        texts(constraint, "url-pattern").forEach(pattern -> found.put(pattern, words(roles)));
      }
    } catch (Exception unreadable) {
      throw new IllegalStateException("web.xml cannot be read", unreadable);
    }
    return found;
  }

  private static Set<String> texts(Element parent, String name) {
    Set<String> texts = new TreeSet<>();
    NodeList nodes = parent.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent().strip());
    }
    return texts;
  }
}

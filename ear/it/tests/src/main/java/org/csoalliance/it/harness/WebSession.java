package org.csoalliance.it.harness;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One person at a browser without JavaScript: cookies, pages, and forms filled in by the kind of
 * their fields, so that the test does not know how Faces names them.
 */
public final class WebSession {
  /** The password of all demonstration sign-ins. */
  public static final String PASSWORD = "Demonstration-2026";

  private static final Pattern FORM =
      Pattern.compile("<form\\b[^>]*>.*?</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern INPUT =
      Pattern.compile("<(?:input|button)\\b[^>]*>", Pattern.CASE_INSENSITIVE);

  private final URI base;
  private final CookieManager cookies = new CookieManager();
  private final Http http = new Http(cookies);

  /** Opens a new browser on the address of the application. */
  public WebSession(URI base) {
    this.base = base;
  }

  /** Opens a browser and signs in with a demonstration account such as {@code member}. */
  public static WebSession signedIn(URI base, String who) {
    WebSession session = new WebSession(base);
    HttpResponse<String> answer = session.signIn(who + "@demo.example", PASSWORD);
    if (answer.statusCode() != 302 && answer.statusCode() != 303) {
      throw new IllegalStateException("Sign-in of " + who + " answered " + answer.statusCode());
    }
    return session;
  }

  /** Fills in the sign-in form and sends it. */
  public HttpResponse<String> signIn(String mail, String password) {
    return post("/sign-in", form("/sign-in", mail, password));
  }

  /** The fields of the page's form with a password, filled in. */
  public Map<String, String> form(String path, String mail, String password) {
    HttpResponse<String> page = get(path);
    Matcher forms = FORM.matcher(page.body());
    while (forms.find()) {
      String form = forms.group();
      if (!form.contains("type=\"password\"")) {
        continue;
      }
      Map<String, String> fields = new LinkedHashMap<>();
      Matcher inputs = INPUT.matcher(form);
      while (inputs.find()) {
        String input = inputs.group();
        String name = attribute(input, "name");
        if (name == null) {
          continue;
        }
        String type = attribute(input, "type");
        if ("password".equals(type)) {
          fields.put(name, password);
        } else if ("text".equals(type) || "email".equals(type)) {
          fields.put(name, mail);
        } else {
          String value = attribute(input, "value");
          fields.put(name, value == null ? "" : value);
        }
      }
      return fields;
    }
    throw new IllegalStateException(
        "No form with a password at " + path + ": " + page.statusCode());
  }

  /** Gets a page; redirects are not followed. */
  public HttpResponse<String> get(String path) {
    return http.send(HttpRequest.newBuilder(base.resolve(path)).GET());
  }

  /** Posts a form as a browser does. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    return http.send(posted(base, path, fields));
  }

  /** What a browser sends when a form is posted, but for its cookies. */
  public static HttpRequest.Builder posted(URI base, String path, Map<String, String> fields) {
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return HttpRequest.newBuilder(base.resolve(path.replace("&amp;", "&")))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Origin", base.getScheme() + "://" + base.getAuthority())
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
  }

  /**
   * Opens a page and sends the form that holds a button, as it stands but for the fields given.
   *
   * @param button the name of the button that is pressed
   * @throws IllegalStateException when the page has no such button
   */
  public HttpResponse<String> submit(String path, String button, Map<String, String> given) {
    HttpResponse<String> page = get(path);
    Matcher forms = FORM.matcher(page.body());
    while (forms.find()) {
      String form = forms.group();
      Map<String, String> fields = new LinkedHashMap<>();
      boolean there = false;
      Matcher inputs = INPUT.matcher(form);
      while (inputs.find()) {
        String input = inputs.group();
        String name = attribute(input, "name");
        boolean pressed = button.equals(name);
        there |= pressed;
        if (name != null && (pressed || input.startsWith("<input"))) {
          String value = attribute(input, "value");
          fields.put(name, value == null ? "" : value);
        }
      }
      if (there) {
        fields.putAll(given);
        return post(attribute(form, "action"), fields);
      }
    }
    throw new IllegalStateException(path + " has no " + button + ": " + page.statusCode());
  }

  /** Signs out by the form that every page of a signed-in person carries. */
  public HttpResponse<String> signOut() {
    String page = get("/me").body();
    Matcher forms = FORM.matcher(page);
    while (forms.find()) {
      String form = forms.group();
      String action = attribute(form, "action");
      if (action == null || !action.contains("sign-out")) {
        continue;
      }
      Map<String, String> fields = new LinkedHashMap<>();
      Matcher inputs = INPUT.matcher(form);
      while (inputs.find()) {
        String name = attribute(inputs.group(), "name");
        if (name != null) {
          String value = attribute(inputs.group(), "value");
          fields.put(name, value == null ? "" : value);
        }
      }
      return post(action, fields);
    }
    throw new IllegalStateException("No form to sign out on /me");
  }

  /** Gets a page with a cookie kept from elsewhere. */
  public HttpResponse<String> getWithCookie(String path, String cookie) {
    return http.send(HttpRequest.newBuilder(base.resolve(path)).header("Cookie", cookie).GET());
  }

  /** The value of the session cookie, null before there is one. */
  public String sessionCookie() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(
            cookie ->
                cookie.isHttpOnly()
                    || cookie.getName().toUpperCase(java.util.Locale.ROOT).contains("SESSION"))
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .findFirst()
        .orElse(null);
  }

  private static String attribute(String tag, String name) {
    Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return matcher.find() ? matcher.group(1) : null;
  }
}

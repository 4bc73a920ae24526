package org.csoalliance.it.harness;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser at the identity provider. It keeps cookies marked Secure also without TLS, as browsers
 * do for this machine.
 */
public final class ProviderBrowser {
  private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

  private final Http http = new Http(null);
  private final Map<String, String> cookies = new TreeMap<>();

  /** Follows an address as far as it leads within the provider. */
  public HttpResponse<String> get(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)).GET());
  }

  /**
   * Signs in where the provider asks for it.
   *
   * @param address where our own site sent the browser
   * @return the address that the provider sends the browser back to
   */
  public String signIn(String address, String user, String password) {
    HttpResponse<String> page = get(address);
    if (page.statusCode() == 302) {
      return location(page);
    }
    Matcher form = ACTION.matcher(page.body());
    if (!form.find()) {
      throw new IllegalStateException(page.statusCode() + " without a form: " + page.body());
    }
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "username=" + encode(user) + "&password=" + encode(password))));
    return location(answer);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      StringBuilder header = new StringBuilder();
      cookies.forEach(
          (name, value) ->
              header.append(header.isEmpty() ? "" : "; ").append(name).append('=').append(value));
      request.header("Cookie", header.toString());
    }
    HttpResponse<String> answer = http.send(request);
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String[] pair = cookie.split(";", 2)[0].split("=", 2);
      if (cookie.contains("Max-Age=0") || pair[1].isEmpty()) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    return answer;
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(
            () ->
                new IllegalStateException(
                    answer.statusCode() + " leads nowhere: " + answer.body()));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

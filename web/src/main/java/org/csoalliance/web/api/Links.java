package org.csoalliance.web.api;

import jakarta.ws.rs.core.UriInfo;

/**
 * Where things stand, relative to the server, so that no answer depends on the Host header.
 *
 * @param api the path of the interface without a slash at the end, such as {@code /api/v1}
 * @param pages the path of the pages without a slash at the end, empty for the root
 */
record Links(String api, String pages) {
  private static final String API = "/api/v1";

  /** The paths of this deployment, whatever its context root. */
  static Links of(UriInfo uri) {
    String path = uri.getBaseUri().getPath();
    String api = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String pages = api.endsWith(API) ? api.substring(0, api.length() - API.length()) : "";
    return new Links(api, pages);
  }

  /** The incident at the interface. */
  String incident(String reference) {
    return api + "/incidents/" + reference;
  }

  /** The copy of a file of an incident at the interface. */
  String attachment(String reference, long id) {
    return incident(reference) + "/attachments/" + id;
  }

  /** The incident as a page. */
  String page(String reference) {
    return pages + "/incidents/" + reference;
  }

  /** A group as a page. */
  String groupPage(String slug) {
    return pages + "/groups/" + slug;
  }

  /** An event at the interface. */
  String event(String slug) {
    return api + "/events/" + slug;
  }

  /** A registration at the interface. */
  String registration(String slug, long id) {
    return event(slug) + "/registrations/" + id;
  }

  /** A first response report at the interface. */
  String firstResponse(String reference) {
    return api + "/first-response/" + reference;
  }

  /** A first response report as a page. */
  String firstResponsePage(String slug) {
    return pages + "/first-response/" + slug;
  }

  /** A running or finished import. */
  String importJob(long id) {
    return api + "/imports/" + id;
  }
}

package org.csoalliance.incident;

import jakarta.json.JsonObject;

/**
 * An incident for exports, with its long form.
 *
 * @param incident as the reader may see it
 * @param details the answers that every reader of the incident may see, by the names of the fields;
 *     of an anonymous report without hours; empty where no long form was filled in
 */
public record DetailedIncident(IncidentSummary incident, JsonObject details) {}

package org.csoalliance.incident.form;

import jakarta.json.JsonObject;
import java.util.Map;

/**
 * The answers of a form after the checks.
 *
 * @param details what can be taken, cleaned, without the core; never null
 * @param wrong a sentence by the path of each answer that cannot be taken, such as {@code
 *     craft.0.length}, in the order of the form; empty: all can
 */
public record Checked(JsonObject details, Map<String, String> wrong) {}

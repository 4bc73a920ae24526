package org.csoalliance.platform.error;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Input that cannot be taken: a sentence for each field, in the order of the form. Pages show each
 * beside its field and in the summary; the interface lists them in its problem document.
 */
public class InvalidException extends AllianceException {
  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<String, String> fields;

  /** Takes the sentences by the name of the command's component; at least one. */
  public InvalidException(Map<String, String> fields) {
    super(String.join(" ", fields.values()));
    this.fields = new LinkedHashMap<>(fields);
  }

  /** Takes the sentence of a single field. */
  public InvalidException(String field, String sentence) {
    this(Map.of(field, sentence));
  }

  /** Sentences by field, in the order of the form. */
  public Map<String, String> fields() {
    return fields;
  }
}

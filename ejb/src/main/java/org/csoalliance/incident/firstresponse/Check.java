package org.csoalliance.incident.firstresponse;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands between a draft and its publication.
 *
 * @param refusals a sentence by field for what has to be mended first, in the order of the form;
 *     blocks are called {@code block-0}, {@code block-1} …
 * @param findings what the editor has to look at and confirm one by one
 */
public record Check(Draft draft, Map<String, String> refusals, List<Finding> findings)
    implements Serializable {
  /** Keeps the order. */
  public Check {
    refusals = new LinkedHashMap<>(refusals);
    findings = List.copyOf(findings);
  }
}

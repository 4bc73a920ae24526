package org.csoalliance.incident.list;

import java.util.List;
import java.util.Map;

/**
 * A file that waits for its columns to be mapped.
 *
 * @param header its columns
 * @param samples the first value of each column; may be empty
 * @param total how many rows it has
 * @param note what is to be known of the file as a whole; may be empty
 * @param guess the columns whose names say what they hold
 */
public record ListDraft(
    long id,
    String fileName,
    List<String> header,
    List<String> samples,
    int total,
    String note,
    Map<ListField, String> guess) {}

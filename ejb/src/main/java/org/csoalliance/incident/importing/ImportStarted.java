package org.csoalliance.incident.importing;

/**
 * A file was taken for import.
 *
 * @param jobId the job that will work on it
 */
public record ImportStarted(long jobId) {}

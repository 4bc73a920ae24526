package org.csoalliance.geography;

/**
 * A file of ports was taken for import.
 *
 * @param jobId the job that will work on it
 */
public record PortImportStarted(long jobId) {}

package org.csoalliance.incident;

/**
 * What is added to a report.
 *
 * @param reference of the incident
 * @param stage {@link Stage#FOLLOW_UP}, {@link Stage#FINAL} or {@link Stage#CORRECTION}
 * @param reason 5 to 2,000 characters, seen by whoever reads the incident
 * @param basedOn the number of the version that the author has seen; where another one has come
 *     since, the author is told
 * @param report the whole report as it is now; its label is not looked at, because a label is
 *     changed elsewhere
 */
public record AddVersion(
    String reference, Stage stage, String reason, int basedOn, ReportIncident report) {}

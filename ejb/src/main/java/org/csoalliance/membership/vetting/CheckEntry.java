package org.csoalliance.membership.vetting;

/**
 * What an officer enters for an item of the checklist.
 *
 * @param outcome null: the item stays as it is
 * @param note as typed, may be null
 * @param number the switchboard's number that was called; for {@link CheckItem#CALL_BACK} alone
 * @param source where that number was found; likewise
 */
public record CheckEntry(
    CheckItem item, CheckOutcome outcome, String note, String number, String source) {}

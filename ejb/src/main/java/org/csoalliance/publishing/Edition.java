package org.csoalliance.publishing;

import java.time.Instant;

/**
 * A bulletin on its way to its subscribers, as editors see it.
 *
 * @param number of the version it was sent for
 * @param state QUEUING, DONE or STOPPED
 * @param queued how many mails were written
 * @param sent how many the mail server took
 * @param waiting how many are still to be sent
 * @param dead how many were given up: the mail server did not take them
 */
public record Edition(
    long id,
    int number,
    String state,
    Instant createdAt,
    Instant doneAt,
    long queued,
    long sent,
    long waiting,
    long dead) {}

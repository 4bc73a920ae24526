package org.csoalliance.platform.data;

import java.time.Instant;

/** Somebody opened a record; at most one line an hour for a person and a record. */
public record SeenLine(
    String objectType, String objectRef, long accountId, String name, String role, Instant at) {}

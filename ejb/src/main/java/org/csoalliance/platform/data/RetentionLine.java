package org.csoalliance.platform.data;

import java.time.Instant;
import java.time.LocalDate;

/** What the job removed by a rule on a day. */
public record RetentionLine(LocalDate day, String rule, int removed, Instant at) {}

package org.csoalliance.publishing;

import java.io.Serializable;
import java.time.Instant;

/** What was wrong in a published bulletin, as its readers are told; UTC. */
public record Correction(Instant at, String note) implements Serializable {}

package org.csoalliance.publishing;

/** What is published has changed; fired inside the transaction that changes it. */
public record NewsChanged(long bulletin) {}

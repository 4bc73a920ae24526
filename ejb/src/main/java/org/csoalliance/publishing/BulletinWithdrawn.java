package org.csoalliance.publishing;

/** A bulletin was taken back; fired inside the transaction. */
public record BulletinWithdrawn(long bulletin) {}

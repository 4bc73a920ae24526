package org.csoalliance.platform.data;

/** A rule of retention for the page. */
public record RetentionText(String id, String what, String howLong, String why, String removedBy) {}

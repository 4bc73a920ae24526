package org.csoalliance.library;

/** A file with its content, for who may have it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LibraryContent(String name, String mediaType, byte[] content, boolean everybody) {}

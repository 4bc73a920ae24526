package org.csoalliance.library;

/**
 * How often a company fetched an item.
 *
 * @param company its name; empty for people who serve none, and visitors
 * @param ships in its fleet
 * @param people fetched it by its people, never which
 * @param onBoard fetched it by the link of a ship
 */
public record DownloadCount(String company, long ships, long people, long onBoard) {}

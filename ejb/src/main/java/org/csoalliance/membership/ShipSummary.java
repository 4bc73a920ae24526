package org.csoalliance.membership;

/**
 * A ship as others may see it.
 *
 * @param imo seven digits
 * @param name as known to the alliance, never null
 * @param type such as {@code Crude oil tanker}; empty when unknown
 * @param flag ISO 3166 alpha-2, null when unknown
 * @param companyId the company that runs it, null when unknown
 */
public record ShipSummary(String imo, String name, String type, String flag, Long companyId) {}

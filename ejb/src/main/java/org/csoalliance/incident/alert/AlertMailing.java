package org.csoalliance.incident.alert;

/**
 * How alerts reach a person.
 *
 * @param hours when
 * @param stopped the person wants none by mail
 */
public record AlertMailing(AlertHours hours, boolean stopped) {}

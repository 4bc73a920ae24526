package org.csoalliance.incident.form;

/** How an answer is written, checked and kept. */
public enum FieldType {
  /** One line of text. */
  LINE,
  /** One line that must not be clicked: an address, a name or a hash of an attacker. */
  INDICATOR,
  /** Text of several lines. */
  BLOCK,
  /** A whole number. */
  WHOLE,
  /** A number with decimals. */
  DECIMAL,
  /** A whole number, or two: "3 to 10"; kept as {@code {"min": 3, "max": 10}}. */
  RANGE,
  /** One of the values. */
  CHOICE,
  /** Any of the values. */
  SET,
  /** YES, NO or UNKNOWN. */
  YES_NO,
  /** A moment in UTC. */
  INSTANT,
  /** A day. */
  DATE,
  /** Latitude and longitude. */
  POSITION,
  /** IMO ship number with its check digit. */
  IMO,
  /** Nine digits of the maritime mobile service. */
  MMSI,
  /** Container number with its check digit (ISO 6346). */
  CONTAINER,
  /** Country by two letters (ISO 3166). */
  COUNTRY,
  /** Port by five characters (UN/LOCODE). */
  LOCODE,
  /** Values that were in place, each with its effect. */
  EFFECTS,
  /** A list of records whose fields are the parts. */
  RECORDS,
  /** Day, time, clock and precision together: when the incident happened. */
  WHEN,
  /** A box to tick. */
  TICK
}

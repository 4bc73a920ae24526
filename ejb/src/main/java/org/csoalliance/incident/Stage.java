package org.csoalliance.incident;

/** What a version of a report is (MSC.1/Circ.1333 and 1334). */
public enum Stage {
  /** The first report. */
  INITIAL,
  /** More is known. */
  FOLLOW_UP,
  /** Nothing more will come; afterwards corrections alone are taken. */
  FINAL,
  /** Something stood wrong. */
  CORRECTION
}

package org.csoalliance.incident.alert;

/** When the alerts of a watch are mailed. Danger to life is mailed at once whatever was chosen. */
public enum Delivery {
  /** At once, outside of quiet hours. */
  NOW,
  /** In one mail a day. */
  DAILY,
  /** In one mail a week. */
  WEEKLY
}

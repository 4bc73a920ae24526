/** Mails of an organiser to many people at once, reminders by rule, and what became of each. */
package org.csoalliance.event.mailing;

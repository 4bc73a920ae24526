/** Events as entries of a calendar (RFC 5545), in feeds and in mails (RFC 5546). */
package org.csoalliance.event.calendar;

/** The door of an event: tickets, check-in, badges and certificates of attendance. */
package org.csoalliance.event.door;

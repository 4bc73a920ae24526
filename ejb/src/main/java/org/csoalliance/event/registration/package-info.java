/** Who comes to an event, who waits, and how seats are given away fairly and never twice. */
package org.csoalliance.event.registration;

/** Pages of the door: tickets, check-in, badges, certificates, and /verify. */
package org.csoalliance.web.event.door;

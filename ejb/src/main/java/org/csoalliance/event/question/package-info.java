/** What the organiser of an event asks those who come, by version, and what they answered. */
package org.csoalliance.event.question;

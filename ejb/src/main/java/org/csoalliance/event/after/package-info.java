/** What is left of an event: who did not come, what came of it, and when people are forgotten. */
package org.csoalliance.event.after;

/** Workshops, courses and conferences: what they are, who comes, and who waits for a seat. */
package org.csoalliance.event;

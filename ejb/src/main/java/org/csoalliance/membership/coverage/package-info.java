/** How many ships of a sector members answer for, of how many there are. */
package org.csoalliance.membership.coverage;

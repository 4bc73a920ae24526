/** How a membership goes on: leaving, attesting each year, suspension, and its history. */
package org.csoalliance.membership.standing;

/** Companies, who serves them, and their ships. */
package org.csoalliance.membership.fleet;

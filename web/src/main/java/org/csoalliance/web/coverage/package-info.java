/** Pages of coverage: ships of members against the ships of a sector. */
package org.csoalliance.web.coverage;

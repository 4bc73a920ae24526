/** Pages of companies, fleets, standing and coverage. */
package org.csoalliance.web.fleet;

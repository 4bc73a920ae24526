/** Figures of incidents: counts by month, place and kind, and the danger clock. */
package org.csoalliance.incident.statistics;

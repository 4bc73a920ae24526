/** The pages of incidents: report, list and map, and the page of one. */
package org.csoalliance.web.incident;

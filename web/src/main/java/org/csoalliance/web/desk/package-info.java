/** The organiser's desk of one event. */
package org.csoalliance.web.desk;

/** The organiser's desk: who comes at a glance, one by one and in bulk, as a page and as a file. */
package org.csoalliance.event.desk;

/** Jobs that bring lists of other sources onto the platform, whatever their form. */
package org.csoalliance.incident.importing;

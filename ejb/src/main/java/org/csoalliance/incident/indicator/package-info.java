/** What others can look for in their systems, told by reports of cyber incidents. */
package org.csoalliance.incident.indicator;

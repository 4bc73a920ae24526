/** Pages that take lists of other sources. */
package org.csoalliance.web.importing;

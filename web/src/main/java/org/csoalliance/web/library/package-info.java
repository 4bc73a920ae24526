/** The library: reading, the desk of editors, and the page of a ship that confirms. */
package org.csoalliance.web.library;

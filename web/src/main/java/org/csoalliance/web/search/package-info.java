/** One box, and what it finds. */
package org.csoalliance.web.search;

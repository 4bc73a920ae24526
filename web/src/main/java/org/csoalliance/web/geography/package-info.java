/** Pages of ports and of named sea areas. */
package org.csoalliance.web.geography;

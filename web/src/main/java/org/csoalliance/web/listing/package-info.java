/** The directory of partners and suppliers, and where editors keep it. */
package org.csoalliance.web.listing;

/** The directory of partners and suppliers, kept by editors and sorted fairly. */
package org.csoalliance.listing;

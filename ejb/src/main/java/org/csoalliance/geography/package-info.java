/** Ports and named sea areas: reference data that reports, lists and statistics refer to. */
package org.csoalliance.geography;

/** Lists of any source as CSV or GeoJSON: their columns are mapped to the fields of an incident. */
package org.csoalliance.incident.list;

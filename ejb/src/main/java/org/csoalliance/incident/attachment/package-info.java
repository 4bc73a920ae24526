/**
 * Photos, videos and documents of incidents: sealed, cleaned, scanned, and shared as their
 * incident.
 */
package org.csoalliance.incident.attachment;

/**
 * First response reports: fast, dated notes on a breaking event, for the public or for members,
 * block by block. What is published stands; what comes later is a new version with its reason.
 */
package org.csoalliance.incident.firstresponse;

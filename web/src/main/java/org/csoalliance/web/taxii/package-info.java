/** Cyber indicators as STIX 2.1 over TAXII 2.1. */
package org.csoalliance.web.taxii;

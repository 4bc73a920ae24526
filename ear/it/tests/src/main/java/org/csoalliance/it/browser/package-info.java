/** The journeys of people at a browser. */
package org.csoalliance.it.browser;

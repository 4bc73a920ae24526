/** Callers that would wait for each other are served together. */
package org.csoalliance.platform.gather;

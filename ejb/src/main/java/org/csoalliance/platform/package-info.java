/** The ground floor: what every feature stands on. It imports no feature. */
package org.csoalliance.platform;

/** Loads on the running platform, whose results are ratios measured in one run. */
package org.csoalliance.it.bench;

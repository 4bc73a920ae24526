/** One search over everything that a person may see; each feature adds a part. */
package org.csoalliance.platform.search;

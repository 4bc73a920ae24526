/** The texts that people accept, by version, and who accepted which. */
package org.csoalliance.membership.legal;

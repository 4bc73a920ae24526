/** One event told twice: found, compared, merged into one incident with several accounts, split. */
package org.csoalliance.incident.twin;

/** What waits for a person, asked of every room by one statement. */
package org.csoalliance.platform.due;

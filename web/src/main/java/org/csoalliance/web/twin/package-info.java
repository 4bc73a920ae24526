/** Pages of incidents that may be one event, and of their accounts. */
package org.csoalliance.web.twin;

/** Pages on which people register for events, and look after what became of it. */
package org.csoalliance.web.registration;

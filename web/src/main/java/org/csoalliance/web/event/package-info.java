/** Pages of events: list, calendar, one event, and the editor of its organiser. */
package org.csoalliance.web.event;

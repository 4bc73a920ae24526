/** Watches, what became of alerts, and their yearly test. */
package org.csoalliance.web.alert;

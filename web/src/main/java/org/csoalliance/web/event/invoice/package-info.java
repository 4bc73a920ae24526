/** Pages of invoices. */
package org.csoalliance.web.event.invoice;

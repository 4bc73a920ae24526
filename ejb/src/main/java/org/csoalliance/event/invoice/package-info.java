/** Invoices of registrations that cost something, paid by hand. No card data is kept anywhere. */
package org.csoalliance.event.invoice;

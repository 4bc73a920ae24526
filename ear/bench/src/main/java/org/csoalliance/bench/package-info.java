/** The yardstick of the list: a lazy table of PrimeFaces over JDBC, and nothing else. */
package org.csoalliance.bench;

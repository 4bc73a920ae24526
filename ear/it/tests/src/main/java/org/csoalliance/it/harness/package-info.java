/** What the tests of the whole stand on: servers, sessions, waiting. */
package org.csoalliance.it.harness;

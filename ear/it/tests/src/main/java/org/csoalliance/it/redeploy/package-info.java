/** Deployment again and again into a running server; the last tests of the stage. */
package org.csoalliance.it.redeploy;

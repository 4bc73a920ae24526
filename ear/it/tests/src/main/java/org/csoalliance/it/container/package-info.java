/** Tests that run inside the server, put into the web module of the built archive. */
package org.csoalliance.it.container;

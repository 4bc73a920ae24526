/** Tests of the whole: in the container, over HTTP and in a browser. */
package org.csoalliance.it;

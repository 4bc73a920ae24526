/** Pictures that a camera reads. */
package org.csoalliance.platform.qr;

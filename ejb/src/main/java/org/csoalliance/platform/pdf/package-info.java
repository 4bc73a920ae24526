/** Tagged PDF, made of plain HTML. */
package org.csoalliance.platform.pdf;

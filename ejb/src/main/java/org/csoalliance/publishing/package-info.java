/** Bulletins and news: written, read by a second person, published, mailed, corrected. */
package org.csoalliance.publishing;

/** The library: campaigns and documents, a bundle for ships, and who has read them. */
package org.csoalliance.library;

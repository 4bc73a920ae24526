/** The desk of editors: what waits to be judged. */
package org.csoalliance.web.editor;

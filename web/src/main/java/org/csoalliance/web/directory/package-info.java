/** The directory of members, and what each shows there. */
package org.csoalliance.web.directory;

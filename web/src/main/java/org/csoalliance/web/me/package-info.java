/** What a signed-in person sees of their own. */
package org.csoalliance.web.me;

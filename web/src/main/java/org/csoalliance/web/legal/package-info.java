/** Privacy, terms, code of conduct and accessibility by version, and who accepted which. */
package org.csoalliance.web.legal;

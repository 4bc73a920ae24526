/** Contact us: the form, the thread of the person, the desk of the officers, security.txt. */
package org.csoalliance.web.contact;

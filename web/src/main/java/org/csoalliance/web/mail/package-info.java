/** Mails that people stop and start. */
package org.csoalliance.web.mail;

/** The vetting officers' queue and applications, and the activation of a new member's account. */
package org.csoalliance.web.vetting;

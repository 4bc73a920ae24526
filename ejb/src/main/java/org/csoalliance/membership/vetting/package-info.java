/**
 * Vetting of applications: the officers' queue, the checklist, the decision of a second officer,
 * the appeal, and the activation of a new member's account.
 */
package org.csoalliance.membership.vetting;

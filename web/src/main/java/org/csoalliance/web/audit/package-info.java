/** The page of the audit log. */
package org.csoalliance.web.audit;

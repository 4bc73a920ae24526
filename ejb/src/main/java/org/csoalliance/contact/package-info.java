/** Messages to the office: by topic to a role, with a thread that goes on without an account. */
package org.csoalliance.contact;

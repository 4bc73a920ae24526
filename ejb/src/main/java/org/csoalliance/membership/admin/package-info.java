/** People and their roles, for administrators; staff roles are decided by two. */
package org.csoalliance.membership.admin;

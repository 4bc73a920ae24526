/** Sign-in by an identity provider (OpenID Connect) or a directory (LDAP) of the deployment. */
package org.csoalliance.membership.identity;

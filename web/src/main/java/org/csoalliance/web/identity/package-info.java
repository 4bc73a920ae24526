/** Sign-in by the deployment's OpenID provider: code flow with PKCE, state and nonce. */
package org.csoalliance.web.identity;

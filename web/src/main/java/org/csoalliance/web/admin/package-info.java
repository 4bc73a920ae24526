/** The pages of an administrator. */
package org.csoalliance.web.admin;

/** Groups of members. */
package org.csoalliance.web.group;

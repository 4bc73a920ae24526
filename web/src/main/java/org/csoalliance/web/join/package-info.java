/** The pages on which somebody applies for membership. */
package org.csoalliance.web.join;

/** Pages of the files on incidents. */
package org.csoalliance.web.attachment;

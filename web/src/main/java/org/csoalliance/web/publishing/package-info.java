/** Pages of bulletins and news, for readers and for editors. */
package org.csoalliance.web.publishing;

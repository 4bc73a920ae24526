/** What is held on people, for how long, and who saw what. */
package org.csoalliance.web.data;

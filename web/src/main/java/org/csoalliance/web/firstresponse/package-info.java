/** First response reports: what visitors and members read, and the desk where editors write. */
package org.csoalliance.web.firstresponse;

/** Pages of figures and of the danger clock. */
package org.csoalliance.web.statistics;

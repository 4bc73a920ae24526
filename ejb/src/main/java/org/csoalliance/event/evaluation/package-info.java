/** What people who were there thought of it, without anybody being able to tell who. */
package org.csoalliance.event.evaluation;

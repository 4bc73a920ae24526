/** Surveys: answering, results as charts and CSV, and where editors set them up. */
package org.csoalliance.web.survey;

/** Surveys among members: anonymous or named, with rounds that are compared. */
package org.csoalliance.survey;

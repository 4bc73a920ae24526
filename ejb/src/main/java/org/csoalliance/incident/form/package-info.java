/**
 * The long forms, described once as data: {@code forms.tsv} and {@code fields.tsv} are read into
 * records, and pages, interface, CSV, help, OpenAPI and checks follow from them. Words stand in
 * {@code words_en.properties}.
 */
package org.csoalliance.incident.form;

/**
 * The REST interface under {@code /api/v1}: thin resources over the services, and small writers, so
 * that both servers answer the same bytes. What a reader may not see is absent.
 */
package org.csoalliance.web.api;

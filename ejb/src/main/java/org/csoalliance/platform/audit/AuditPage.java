package org.csoalliance.platform.audit;

import java.util.List;

/**
 * A page of the audit log, newest first.
 *
 * @param older the number to go on below, null at the end
 * @param newer the number to go back above, null at the start
 */
public record AuditPage(List<AuditEntry> items, Long older, Long newer) {}

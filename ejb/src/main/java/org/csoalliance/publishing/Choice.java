package org.csoalliance.publishing;

import java.util.List;

/**
 * How a person gets bulletins by mail.
 *
 * @param on whether they do
 * @param suspended whether the mail server refused two in a row, so that we stopped
 * @param history what was mailed, the newest first
 */
public record Choice(boolean on, boolean suspended, List<MailHistory> history) {}

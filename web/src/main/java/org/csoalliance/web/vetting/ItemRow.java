package org.csoalliance.web.vetting;

import java.util.Map;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.vetting.Check;
import org.csoalliance.membership.vetting.CheckItem;

/**
 * An item of the checklist on the page.
 *
 * @param need why it is asked for
 * @param check as it stands, null when nobody entered it
 * @param outcome the name of the outcome that is chosen, empty for none
 * @param note what stands or was typed
 * @param number likewise; for the call-back alone
 * @param source likewise
 * @param call whether it is the call-back
 */
public record ItemRow(
    CheckItem item,
    String need,
    Check check,
    String outcome,
    String note,
    String number,
    String source,
    boolean call) {

  /**
   * What is shown for an item: what was typed and not taken, else what stands.
   *
   * @param given the form that was sent, empty when none was
   */
  static ItemRow of(CheckItem item, Capacity capacity, Check check, Map<String, String> given) {
    boolean sent = "check".equals(given.get("act"));
    return new ItemRow(
        item,
        item.need(capacity),
        check,
        sent
            ? given.getOrDefault("outcome-" + item, "")
            : check == null ? "" : check.outcome().name(),
        sent ? given.getOrDefault("note-" + item, "") : check == null ? "" : check.note(),
        sent ? given.getOrDefault("number", "") : check == null ? "" : check.number(),
        sent ? given.getOrDefault("source", "") : check == null ? "" : check.source(),
        item == CheckItem.CALL_BACK);
  }
}

package org.csoalliance.event.door;

import java.util.ArrayList;
import java.util.List;

/**
 * The subjects in which company and ship security officers should be trained, as the ISPS Code,
 * part B, 13.1 numbers them.
 *
 * @param number 1 to 20
 * @param words the subject, in short
 */
public record IspsTopic(int number, String words) {
  private static final List<String> WORDS =
      List.of(
          "Security administration",
          "International conventions, codes and recommendations",
          "Government legislation and regulations",
          "Responsibilities of other security organisations",
          "Methodology of ship security assessment",
          "Ship security surveys and inspections",
          "Ship and port operations and conditions",
          "Ship and port facility security measures",
          "Emergency preparedness, response and contingency planning",
          "Instruction techniques for security training",
          "Handling sensitive information and communications",
          "Current security threats and patterns",
          "Weapons, dangerous substances and devices",
          "Behaviour of persons who may threaten security",
          "Techniques used to circumvent security measures",
          "Security equipment, systems and their limits",
          "Audits, inspection, control and monitoring",
          "Physical searches and non-intrusive inspections",
          "Security drills and exercises",
          "Assessment of drills and exercises");

  /** All twenty. */
  public static List<IspsTopic> all() {
    List<IspsTopic> all = new ArrayList<>();
    for (int i = 0; i < WORDS.size(); i++) {
      all.add(new IspsTopic(i + 1, WORDS.get(i)));
    }
    return all;
  }

  /**
   * Those whose numbers stand in a text, in their order, each once; other words are passed over.
   */
  public static List<IspsTopic> of(String numbers) {
    List<String> given = List.of(numbers.strip().split("[^0-9]+"));
    return all().stream().filter(topic -> given.contains("" + topic.number())).toList();
  }

  /** As the Code numbers it, such as {@code B/13.1.12}. */
  public String reference() {
    return "B/13.1." + number;
  }
}

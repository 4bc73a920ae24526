package org.csoalliance.event.registration;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.text.PlainText;

/** What a code of invitation opens: the event, and perhaps one category alone. */
final class Invitations {
  private final CodeRepository codes;

  Invitations(CodeRepository codes) {
    this.codes = codes;
  }

  /** Holds the code against the event without using it. */
  void look(Room event, Choice choice, Register wanted, boolean organiser) {
    String code = code(wanted);
    if (code.isEmpty()) {
      withoutCode(event, organiser);
      return;
    }
    bound(codes.look(event.id(), code).orElseThrow(Invitations::badCode), choice);
  }

  /**
   * Uses the code once.
   *
   * @param known whether the person is registered by now
   * @return what was chosen, with what the code gives; empty when this person used the last of it a
   *     moment ago
   */
  Optional<Choice> use(
      Room event, Choice choice, Register wanted, boolean organiser, BooleanSupplier known) {
    String code = code(wanted);
    if (code.isEmpty()) {
      withoutCode(event, organiser);
      return Optional.of(choice);
    }
    Optional<CodeRepository.Used> used = codes.use(event.id(), code);
    if (used.isEmpty()) {
      if (known.getAsBoolean()) {
        return Optional.empty();
      }
      throw badCode();
    }
    bound(used.get(), choice); // whoever asks goes back to before the use where this refuses
    return Optional.of(choice.invited(used.get().id(), used.get().category()));
  }

  /** The registration came to nothing, so its code was not used. */
  void giveBack(Choice choice) {
    if (choice.codeId() != null) {
      codes.giveBack(choice.codeId());
    }
  }

  /** Whether a code was typed. */
  static boolean given(Register wanted) {
    return !code(wanted).isEmpty();
  }

  private static String code(Register wanted) {
    return PlainText.line(wanted.code(), 60).toUpperCase(Locale.ROOT).replace(" ", "");
  }

  private static void withoutCode(Room event, boolean organiser) {
    if (event.rules().byCode() && !organiser) {
      throw new InvalidException(
          "code", "This event is by invitation. Enter the code of your invitation.");
    }
  }

  private static InvalidException badCode() {
    return new InvalidException(
        "code",
        "This code opens nothing: it is mistyped, used up, or has expired. Ask the organiser.");
  }

  private static void bound(CodeRepository.Used used, Choice choice) {
    if (used.category() != null
        && choice.category() != null
        && !used.category().equals(choice.category())) {
      throw new InvalidException(
          "category", "Your invitation is for another category. Choose that one.");
    }
  }
}

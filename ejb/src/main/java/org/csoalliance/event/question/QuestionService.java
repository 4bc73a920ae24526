package org.csoalliance.event.question;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDesk;
import org.csoalliance.event.EventDuty;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;

/**
 * Whoever keeps the forms of an event writes its questions. As soon as somebody has answered, a
 * change makes a new version, so that old answers keep their words.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class QuestionService {
  @Inject private FormRepository forms;
  @Inject private EventAccess access;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public QuestionService() {}

  /** For tests. */
  QuestionService(
      FormRepository forms, EventAccess access, AuditLog audit, CallerContext caller, Clock clock) {
    this.forms = forms;
    this.access = access;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** The event at whose forms the caller works. */
  public EventDesk event(String slug) {
    return desk(slug);
  }

  /** What is asked now. */
  public QuestionForm form(String slug, FormKind kind) {
    return forms.newest(desk(slug).id(), kind);
  }

  /**
   * Adds a question at the end, or changes the one with the key.
   *
   * @param given its key is empty: a new one
   * @throws NotFoundException when the caller keeps no forms of such an event, or there is no such
   *     question
   * @throws InvalidException with a sentence for each component that cannot be taken
   */
  public void save(String slug, FormKind kind, Question given) {
    EventDesk event = desk(slug);
    forms.lock(event.id());
    List<Question> all = questions(event, kind);
    int place = all.size();
    Question one = given;
    if (given.key().isEmpty()) {
      if (all.size() >= QuestionRules.MOST) {
        throw new ConflictException("A form has 60 questions at most. Take one away first.");
      }
      one = keyed(given, "q" + (forms.lastKey(event.id()) + 1));
    } else {
      place = place(all, given.key());
      all.remove(place);
    }
    all.add(place, QuestionRules.clean(one, all.subList(0, place)));
    keep(event, kind, all, "saved " + one.key());
  }

  /** Takes a question away; what was answered to it stays readable. */
  public void remove(String slug, FormKind kind, String key) {
    EventDesk event = desk(slug);
    forms.lock(event.id());
    List<Question> all = questions(event, kind);
    all.remove(place(all, key));
    all.stream()
        .filter(one -> one.onKey().equals(key))
        .findFirst()
        .ifPresent(
            one -> {
              throw new ConflictException(
                  "\"" + one.label() + "\" depends on this question. Change that one first.");
            });
    keep(event, kind, all, "removed " + key);
  }

  /** Moves a question one place up or down; never before one that it depends on. */
  public void move(String slug, FormKind kind, String key, boolean up) {
    EventDesk event = desk(slug);
    forms.lock(event.id());
    List<Question> all = questions(event, kind);
    int place = place(all, key);
    int to = up ? place - 1 : place + 1;
    if (to < 0 || to >= all.size()) {
      return;
    }
    Question lower = all.get(Math.max(place, to));
    if (lower.onKey().equals(all.get(Math.min(place, to)).key())) {
      throw new ConflictException(
          "\"" + lower.label() + "\" depends on the question before it, and stays behind it.");
    }
    all.add(to, all.remove(place));
    keep(event, kind, all, "moved " + key);
  }

  private EventDesk desk(String slug) {
    return access.require(slug, EventDuty.ORGANISER, EventDuty.FORMS);
  }

  private List<Question> questions(EventDesk event, FormKind kind) {
    return new ArrayList<>(forms.newest(event.id(), kind).questions());
  }

  private void keep(EventDesk event, FormKind kind, List<Question> all, String what) {
    QuestionForm before = forms.newest(event.id(), kind);
    String by = caller.reader().name();
    if (before.id() == 0 || forms.answered(before.id())) {
      forms.add(event.id(), kind, before.version() + 1, all, clock.instant(), by);
    } else {
      forms.replace(before.id(), all, clock.instant(), by);
    }
    audit.record(caller.reader(), "event.questions", "event", event.slug(), kind + ": " + what);
  }

  private static int place(List<Question> all, String key) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).key().equals(key)) {
        return i;
      }
    }
    throw new NotFoundException("There is no such question.");
  }

  private static Question keyed(Question given, String key) {
    return new Question(
        key,
        given.type(),
        given.special(),
        given.label(),
        given.hint(),
        given.required(),
        given.choices(),
        given.onKey(),
        given.onAnswer(),
        given.categories());
  }
}

package org.csoalliance.event.registration;

import java.time.Instant;
import java.util.List;
import org.csoalliance.event.question.QuestionForm;

/**
 * The form by which people register, as this reader may see it.
 *
 * @param left seats of the event left; null: no limit
 * @param waiting how many wait
 * @param open whether registrations are taken
 * @param seats whether a seat can be had now, as far as the event itself goes
 * @param byCode whether an invitation is needed
 * @param drawAt when seats are drawn by lot; null: first come
 * @param commitment the SHA-256 of the seed of the draw; null: no draw
 * @param colleagues whom the reader may register; none for guests
 * @param mine the reader's registration that counts, null when there is none
 * @param member whether the reader registers by the account; false: as a guest by mail, if at all
 * @param guests whether people without an account may come
 * @param vetted whether guests are vetted first
 * @param holdMinutes how long a seat is held for the open form; null: none is
 * @param questions what is asked at registration
 */
public record RegistrationForm(
    EventHead head,
    Integer left,
    int waiting,
    boolean open,
    boolean seats,
    boolean approval,
    boolean byCode,
    Instant closesAt,
    Instant drawAt,
    String commitment,
    Integer companyCap,
    int offerHours,
    List<Option> categories,
    List<Option> modes,
    List<Option> sessions,
    List<Colleague> colleagues,
    Registered mine,
    boolean member,
    boolean guests,
    boolean vetted,
    Integer holdMinutes,
    QuestionForm questions) {}

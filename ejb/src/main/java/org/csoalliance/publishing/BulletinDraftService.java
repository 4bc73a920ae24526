package org.csoalliance.publishing;

import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.csoalliance.membership.group.GroupService;
import org.csoalliance.membership.group.GroupSummary;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/** Editors write bulletins. What readers see does not change until a second person approves. */
@Stateless
@RolesAllowed(EDITOR)
public class BulletinDraftService {
  static final String NONE = "There is no such bulletin.";

  /** Two editors at once: the second is told, and what was typed stays on the page. */
  static final String CHANGED =
      "Another editor has changed this bulletin since you opened it. Copy what you typed, open the"
          + " bulletin again, and put it in there.";

  @Inject private BulletinRepository bulletins;
  @Inject private PictureRepository pictures;
  @EJB private GroupService groups;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public BulletinDraftService() {}

  /** For tests. */
  public BulletinDraftService(
      BulletinRepository bulletins,
      PictureRepository pictures,
      GroupService groups,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.bulletins = bulletins;
    this.pictures = pictures;
    this.groups = groups;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** What is worked on, then what is published or withdrawn, the latest first; one statement. */
  public List<DraftLine> desk() {
    return bulletins.desk();
  }

  /**
   * Keeps a new draft.
   *
   * @param submissionKey makes a form sent twice one bulletin; null: none
   * @return its number; the same again when the key was seen before
   * @throws InvalidException with a sentence for each field that cannot be taken
   */
  public long create(Content typed, Plan plan, UUID submissionKey) {
    if (submissionKey != null) {
      Optional<Long> first = bulletins.claim(submissionKey);
      if (first.isPresent()) {
        return first.get();
      }
    }
    Reader editor = caller.reader();
    Content content = ContentRules.draft(typed, known(Set.of()), clock.instant());
    Plan kept = plan(plan, "");
    long id = added(content, kept, submissionKey);
    bulletins.saveDraft(id, content, kept, Set.of(editor.accountId()), editor, clock.instant());
    audit.record(editor, "bulletin.drafted", "bulletin", String.valueOf(id), "");
    return id;
  }

  private long added(Content content, Plan plan, UUID submissionKey) {
    if (!plan.address().isEmpty()) {
      return bulletins
          .add(plan.address(), submissionKey, clock.instant())
          .orElseThrow(BulletinDraftService::taken);
    }
    String base = Slug.of(content.title());
    if (base.isEmpty()) {
      base = content.kind().words().toLowerCase(java.util.Locale.ROOT) + "-" + content.day();
    }
    String slug = base;
    for (int next = 2; ; next++) {
      Optional<Long> id = bulletins.add(slug, submissionKey, clock.instant());
      if (id.isPresent()) {
        return id.get();
      }
      slug = base + "-" + next;
    }
  }

  private static InvalidException taken() {
    return new InvalidException(
        "address", "Another bulletin has this address, for ever. Choose another one.");
  }

  private Plan plan(Plan typed, String slug) {
    String address = typed.address() == null ? "" : typed.address().strip();
    return new Plan(
        address.isEmpty() || address.equals(slug) ? slug : Slug.typed(address),
        ContentRules.time(typed.publishAt(), clock.instant()),
        typed.mail(),
        ContentRules.note("note", typed.note(), 0, ""));
  }

  /** The groups that the caller may name, and those that stand there already. */
  private Set<Long> known(Set<Long> before) {
    Set<Long> known = groups.list().stream().map(GroupSummary::id).collect(Collectors.toSet());
    known.addAll(before);
    return known;
  }

  /**
   * Keeps the version that is worked on, or begins the next one of what is published. Whatever
   * stage it had, it is a draft again: what was approved was another text.
   *
   * @param lock what the editor has seen
   * @return the lock for the next change
   * @throws InvalidException with a sentence for each field that cannot be taken
   * @throws ConflictException when another editor was faster
   */
  public int save(long id, Content typed, Plan typedPlan, int lock) {
    BulletinSql.Row row = row(id);
    Set<Long> before =
        row.content().sections().stream()
            .flatMap(section -> section.groups().stream())
            .collect(Collectors.toSet());
    Content content = ContentRules.draft(typed, known(before), clock.instant());
    Plan plan = plan(typedPlan, row.slug());
    if (row.current() == 0 && !plan.address().equals(row.slug())) {
      if (bulletins.taken(plan.address(), id)) {
        throw taken();
      }
    } else if (!plan.address().equals(row.slug())) {
      throw new InvalidException("address", "A published address never changes.");
    }
    int next = lock(id, lock);
    if (!plan.address().equals(row.slug())) {
      bulletins.move(id, plan.address());
    }
    Reader editor = caller.reader();
    Set<Long> authors = new HashSet<>(row.number() == null ? row.authors() : Set.of());
    authors.add(editor.accountId());
    bulletins.saveDraft(id, content, plan, authors, editor, clock.instant());
    audit.record(editor, "bulletin.saved", "bulletin", String.valueOf(id), "");
    return next;
  }

  /**
   * Throws the version that is worked on away. A bulletin that was never published goes with it.
   *
   * @throws ConflictException when another editor was faster
   */
  public void discard(long id, int lock) {
    row(id);
    lock(id, lock);
    bulletins.dropDraft(id);
    bulletins.dropBulletin(id);
    audit.record(caller.reader(), "bulletin.discarded", "bulletin", String.valueOf(id), "");
  }

  /**
   * A bulletin to work on; three statements.
   *
   * @throws NotFoundException when there is none
   */
  public Draft open(long id) {
    return draft(row(id));
  }

  private Draft draft(BulletinSql.Row row) {
    return new Draft(
        row.bulletin(),
        row.slug(),
        BulletinRepository.stage(row),
        row.lock(),
        row.current(),
        row.number() == null,
        row.content(),
        new Plan(row.slug(), row.publishAt(), row.mail(), row.number() == null ? row.note() : ""),
        row.authors().contains(caller.reader().accountId()),
        row.editor(),
        row.reviewer(),
        row.at(),
        row.held(),
        row.publishedAt(),
        row.withdrawnAt(),
        pictures.of(row.bulletin()));
  }

  /** What is missing before a second person can read it, by field; empty when nothing is. */
  public Map<String, String> lacks(long id) {
    BulletinSql.Row row = row(id);
    return ContentRules.lacks(
        row.content(),
        draft(row).plan(),
        row.current() > 0,
        pictures.of(id).stream().map(Picture::id).collect(Collectors.toSet()));
  }

  /**
   * The version that is worked on, as another reader would see it.
   *
   * @param reader such as a visitor; null: everything
   */
  public Article preview(long id, Reader reader) {
    BulletinSql.Row row = row(id);
    List<Correction> corrections =
        row.number() == null && !row.note().isEmpty()
            ? List.of(new Correction(row.at(), row.note()))
            : List.of();
    return new StoredArticle(row, pictures.of(id), corrections)
        .as(reader == null ? caller.reader() : reader);
  }

  /**
   * Markdown as the page will show it, for the live preview; nothing is kept.
   *
   * @param id of the bulletin whose pictures may be shown; 0: none
   * @return HTML, sanitised
   * @throws InvalidException when the text is too long or wound into itself
   */
  public String render(long id, String markdown) {
    if (markdown.length() > 40_000 || !Markdown.sound(markdown)) {
      throw new InvalidException("text", "This text is too long or too deep to be shown.");
    }
    return Markdown.html(markdown, StoredArticle.byNumber(pictures.of(id)));
  }

  /**
   * What each published version changed, the newest first.
   *
   * @throws NotFoundException when there is no such bulletin
   */
  public List<VersionChange> changes(long id) {
    row(id);
    return VersionChange.of(bulletins.versions(id));
  }

  private BulletinSql.Row row(long id) {
    return bulletins.editable(id).orElseThrow(() -> new NotFoundException(NONE));
  }

  private int lock(long id, int seen) {
    return bulletins.lock(id, seen).orElseThrow(() -> new ConflictException(CHANGED));
  }
}

package org.csoalliance.publishing;

import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.file.MalwareScanner;
import org.csoalliance.platform.file.PictureSizes;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.text.PlainText;

/** Editors add pictures to a bulletin. */
@Stateless
@RolesAllowed(EDITOR)
public class BulletinPictureService {
  /** The largest file that is taken, in bytes. */
  public static final int MOST_BYTES = 12 * 1024 * 1024;

  private static final int MOST_PICTURES = 20;
  private static final int[] WIDTHS = {480, 960, 1600};

  @Inject private BulletinRepository bulletins;
  @Inject private PictureRepository pictures;
  @Inject private MalwareScanner scanner;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public BulletinPictureService() {}

  /** For tests. */
  public BulletinPictureService(
      BulletinRepository bulletins,
      PictureRepository pictures,
      MalwareScanner scanner,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.bulletins = bulletins;
    this.pictures = pictures;
    this.scanner = scanner;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Adds a picture. It is painted anew without what the camera wrote into it; the original is not
   * kept. Nobody but editors sees it until a published text shows it.
   *
   * @param alt what it shows, for those who do not see it; at least 5 characters
   * @return its number
   * @throws InvalidException with a sentence for {@code alt} or {@code file}
   * @throws org.csoalliance.platform.error.ConflictException when files cannot be scanned now
   */
  public long add(long bulletin, byte[] content, String alt) {
    if (bulletins.editable(bulletin).isEmpty()) {
      throw new NotFoundException(BulletinDraftService.NONE);
    }
    String words = PlainText.line(alt, Integer.MAX_VALUE);
    int length = words.codePointCount(0, words.length());
    if (length < 5 || length > 300) {
      throw new InvalidException(
          "alt", "Say in 5 to 300 characters what the picture shows: some readers hear it.");
    }
    if (content.length > MOST_BYTES) {
      throw new InvalidException("file", "The picture is larger than 12 MB. Send a smaller one.");
    }
    if (pictures.of(bulletin).size() >= MOST_PICTURES) {
      throw new InvalidException("file", "A bulletin has at most " + MOST_PICTURES + " pictures.");
    }
    scanner.admit(content);
    long id = pictures.add(bulletin, words, PictureSizes.of(content, WIDTHS), clock.instant());
    audit.record(
        caller.reader(), "bulletin.picture", "bulletin", String.valueOf(bulletin), "picture " + id);
    return id;
  }
}

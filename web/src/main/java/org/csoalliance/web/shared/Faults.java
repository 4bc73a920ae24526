package org.csoalliance.web.shared;

import jakarta.ejb.EJBAccessException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FileNotFoundException;
import java.security.SecureRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.csoalliance.platform.error.AllianceException;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.StepUpRequiredException;

/**
 * Decides what the reader is told about a failure. What nobody foresaw gets a reference such as
 * {@code F-7K3Q-92XD}, is logged with it once, and the reader sees the reference alone.
 */
public final class Faults {
  private static final Logger LOG = Logger.getLogger(Faults.class.getName());
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Crockford's alphabet: no letter that is taken for a digit on the telephone. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final Pattern REFERENCE =
      Pattern.compile("F-[" + ALPHABET + "]{4}-[" + ALPHABET + "]{4}");

  /** Request attribute: the status that {@link FaultFilter} sends once the chain has returned. */
  static final String STATUS = "alliance.fault.status";

  /** Request attribute: the sentence for the reader, if the exception was made to be read. */
  public static final String SENTENCE = "alliance.fault.sentence";

  /** Request attribute: the reference of a fault that was logged. */
  static final String REFERENCE_OF = "alliance.fault.reference";

  /** Request attribute: set when the view of a form has expired. */
  static final String EXPIRED = "alliance.fault.expired";

  /** Request attribute: set when the reader must prove again who they are. */
  static final String STEP_UP = "alliance.fault.stepup";

  private Faults() {}

  /**
   * Notes on the request what is to be answered; {@link FaultFilter} answers it. Logs the exception
   * when it is a fault of ours.
   */
  static int note(Throwable thrown, HttpServletRequest request) {
    Throwable cause = cause(thrown);
    int status = status(cause);
    if (status == 500) {
      request.setAttribute(REFERENCE_OF, record(cause, request));
    } else if (cause instanceof AllianceException told) {
      request.setAttribute(SENTENCE, told.getMessage());
      if (told instanceof StepUpRequiredException) {
        request.setAttribute(STEP_UP, Boolean.TRUE);
      }
    } else if (cause instanceof ViewExpiredException) {
      request.setAttribute(EXPIRED, Boolean.TRUE);
    }
    request.setAttribute(STATUS, status);
    return status;
  }

  /** The HTTP status that tells of this exception. */
  static int status(Throwable cause) {
    if (cause instanceof EJBAccessException
        || cause instanceof RefusedException
        || cause instanceof StepUpRequiredException) {
      return 403;
    }
    if (cause instanceof NotFoundException || cause instanceof FileNotFoundException) {
      return 404;
    }
    if (cause instanceof ViewExpiredException || cause instanceof ConflictException) {
      return 409;
    }
    return cause instanceof AllianceException ? 400 : 500;
  }

  /** Unwraps what containers put round an exception, down to one that says something. */
  static Throwable cause(Throwable thrown) {
    Throwable now = thrown;
    for (int depth = 0; depth < 20 && now.getCause() != null && now.getCause() != now; depth++) {
      if (now instanceof EJBAccessException
          || now instanceof AllianceException
          || now instanceof ViewExpiredException) {
        return now;
      }
      now = now.getCause();
    }
    return now;
  }

  /** Logs a failure once, at SEVERE, and gives the reference it can be found by. */
  public static String record(Throwable thrown, HttpServletRequest request) {
    String reference = reference();
    String what = request.getMethod() + " " + request.getRequestURI().replaceAll("\\p{Cntrl}", "?");
    LOG.log(Level.SEVERE, thrown, () -> reference + " " + what);
    return reference;
  }

  /** Makes a new reference; 40 random bits. */
  static String reference() {
    StringBuilder reference = new StringBuilder("F");
    for (int i = 0; i < 8; i++) {
      if (i % 4 == 0) {
        reference.append('-');
      }
      reference.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return reference.toString();
  }

  /** Whether a text is written as our references are. */
  static boolean isReference(String text) {
    return text != null && REFERENCE.matcher(text).matches();
  }
}

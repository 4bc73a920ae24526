package org.csoalliance.library;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Reads the words of a PDF and paints its first page small, within limits: pages, characters,
 * pixels of a picture, and a deadline that each step of a page looks at. It does so in a thread of
 * its own with a small stack, which is left alone when it does not come back: an endless loop in a
 * parser holds no request. What fails, takes too long or too much memory gives what was read until
 * then and no picture; the file is kept all the same. It was checked before by {@code FileContent},
 * which bounds what it unpacks to.
 */
final class PdfReading {
  static final int MOST_PAGES = 200;
  static final int MOST_CHARACTERS = 400_000;
  static final Duration MOST_TIME = Duration.ofSeconds(10);
  private static final int SIDE = 320;
  private static final long MOST_PIXELS = 40_000_000;
  private static final int STACK = 1024 * 1024;
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** At once; one that does not come back keeps its place until the server starts again. */
  private static final Semaphore TWO = new Semaphore(2);

  private static final Logger LOG = Logger.getLogger(PdfReading.class.getName());

  private final long end;
  private final StringBuffer text = new StringBuffer();
  private final AtomicReference<byte[]> picture = new AtomicReference<>();

  private PdfReading(long end) {
    this.end = end;
  }

  /** What was read; the picture is a JPEG, null where there is none. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Read(String text, byte[] picture) {}

  /** The limit was reached; what was read until then is good. */
  private static final class Enough extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Reads it; never throws for what is in the file. */
  static Read of(byte[] content) {
    return of(content, MOST_TIME);
  }

  static Read of(byte[] content, Duration most) {
    PdfReading reading = new PdfReading(System.nanoTime() + most.toNanos());
    return within(most.plus(GRACE), () -> reading.read(content), reading.text, reading.picture);
  }

  /** Runs the work beside, and gives what it has read when it ends, or when it is time. */
  static Read within(
      Duration most, Runnable work, StringBuffer text, AtomicReference<byte[]> picture) {
    try {
      if (!TWO.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Read("", null);
      }
      Thread beside = new Thread(null, () -> guarded(work), "pdf-reading", STACK, false);
      beside.setDaemon(true);
      beside.setContextClassLoader(PdfReading.class.getClassLoader());
      beside.start();
      beside.join(most.toMillis());
      if (beside.isAlive()) {
        LOG.warning("A PDF was not read in time; its thread is left alone.");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return new Read(text.toString().replace("\0", ""), picture.get());
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError hostile) {
      LOG.log(Level.INFO, "A PDF could not be read whole: {0}", hostile.getClass().getName());
    } finally {
      TWO.release();
    }
  }

  private void read(byte[] content) {
    try (PDDocument document = Loader.loadPDF(content)) {
      words(document);
      picture.set(picture(document));
    } catch (IOException hostile) {
      // what was read until then stands; a picture is not needed
    }
  }

  private void words(PDDocument document) {
    try {
      Stripper stripper = new Stripper();
      stripper.setEndPage(MOST_PAGES);
      stripper.writeText(document, new Bounded());
    } catch (IOException | RuntimeException | StackOverflowError enough) {
      // the limit was reached, or a page is broken
    }
  }

  private byte[] picture(PDDocument document) throws IOException {
    PDRectangle page = document.getPage(0).getCropBox();
    float longest = Math.max(page.getWidth(), page.getHeight());
    if (!(longest > 0)) {
      return null;
    }
    Renderer renderer = new Renderer(document);
    renderer.setSubsamplingAllowed(true);
    BufferedImage painted = renderer.renderImage(0, Math.min(2f, SIDE / longest));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.setUseCache(false);
    return ImageIO.write(painted, "jpeg", out) ? out.toByteArray() : null;
  }

  private void look() throws IOException {
    if (System.nanoTime() > end) {
      throw new Enough();
    }
  }

  private final class Stripper extends PDFTextStripper {
    Stripper() {
      super();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      look();
      super.processOperator(operator, operands);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
        throws IOException {
      if (e instanceof Enough) {
        throw e;
      }
    }
  }

  private final class Renderer extends PDFRenderer {
    Renderer(PDDocument document) {
      super(document);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
      return new PageDrawer(parameters) {
        @Override
        public void drawImage(PDImage image) throws IOException {
          if ((long) image.getWidth() * image.getHeight() > MOST_PIXELS) {
            throw new Enough();
          }
          super.drawImage(image);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands)
            throws IOException {
          look();
          super.processOperator(operator, operands);
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
            throws IOException {
          if (e instanceof Enough) {
            throw e;
          }
        }
      };
    }
  }

  /** Takes so many characters and no more, and looks at the clock. */
  private final class Bounded extends Writer {
    @Override
    public void write(char[] buffer, int from, int length) throws IOException {
      look();
      int room = MOST_CHARACTERS - text.length();
      text.append(buffer, from, Math.min(room, length));
      if (length >= room) {
        throw new Enough();
      }
    }

    @Override
    public void flush() {
      // nothing waits
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}

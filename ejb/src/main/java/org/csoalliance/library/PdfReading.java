package org.csoalliance.library;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Reads the words of a PDF and paints its first page small, within limits: pages, characters, and a
 * deadline that each step of a page looks at, one PDF at a time. What fails or takes too long gives
 * what was read until then and no picture; the file is kept all the same. It was checked before by
 * {@code FileContent}, which bounds what it unpacks to.
 */
final class PdfReading {
  static final int MOST_PAGES = 200;
  static final int MOST_CHARACTERS = 400_000;
  static final Duration MOST_TIME = Duration.ofSeconds(10);
  private static final int SIDE = 320;
  private static final Semaphore ONE = new Semaphore(1);

  private final long end;

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
    ONE.acquireUninterruptibly();
    try {
      return new PdfReading(System.nanoTime() + most.toNanos()).read(content);
    } finally {
      ONE.release();
    }
  }

  private Read read(byte[] content) {
    StringBuilder text = new StringBuilder();
    byte[] picture = null;
    try (PDDocument document = Loader.loadPDF(content)) {
      words(document, text);
      picture = picture(document);
    } catch (IOException | RuntimeException | StackOverflowError hostile) {
      // what was read until then stands; a picture is not needed
    }
    return new Read(text.toString().replace("\0", ""), picture);
  }

  private void words(PDDocument document, StringBuilder text) {
    try {
      Stripper stripper = new Stripper();
      stripper.setEndPage(MOST_PAGES);
      stripper.writeText(document, new Bounded(text));
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
    BufferedImage painted = new Renderer(document).renderImage(0, Math.min(2f, SIDE / longest));
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
    private final StringBuilder text;

    Bounded(StringBuilder text) {
      this.text = text;
    }

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

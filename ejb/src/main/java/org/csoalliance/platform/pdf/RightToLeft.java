package org.csoalliance.platform.pdf;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/**
 * The order and the joined forms of Arabic and Hebrew letters, which the PDF library leaves out.
 */
final class RightToLeft implements BidiSplitter, BidiReorderer {
  private static final int SHAPE =
      ArabicShaping.LETTERS_SHAPE
          | ArabicShaping.TEXT_DIRECTION_LOGICAL
          | ArabicShaping.LENGTH_GROW_SHRINK;
  private static final int UNSHAPE =
      ArabicShaping.LETTERS_UNSHAPE
          | ArabicShaping.TEXT_DIRECTION_LOGICAL
          | ArabicShaping.LENGTH_GROW_SHRINK;

  private final Bidi bidi = new Bidi();

  @Override
  public void setParagraph(String paragraph, byte direction) {
    byte level =
        switch (direction) {
          case LTR -> Bidi.LTR;
          case RTL -> Bidi.RTL;
          default -> Bidi.LEVEL_DEFAULT_LTR;
        };
    bidi.setPara(paragraph, level, null);
  }

  @Override
  public int countTextRuns() {
    return bidi.countRuns();
  }

  @Override
  public BidiTextRun getVisualRun(int index) {
    BidiRun run = bidi.getVisualRun(index);
    return new BidiTextRun(run.getStart(), run.getLength(), run.isOddRun() ? RTL : LTR);
  }

  @Override
  public byte getBaseDirection(String paragraph) {
    return switch (Bidi.getBaseDirection(paragraph)) {
      case Bidi.LTR -> LTR;
      case Bidi.RTL -> RTL;
      default -> NEUTRAL;
    };
  }

  @Override
  public String reorderRTLTextToLTR(String text) {
    return Bidi.writeReverse(
        text, Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING | Bidi.REMOVE_BIDI_CONTROLS);
  }

  @Override
  public String shapeText(String text) {
    return shaped(text, SHAPE);
  }

  @Override
  public String deshapeText(String text) {
    return shaped(text, UNSHAPE);
  }

  private static String shaped(String text, int how) {
    try {
      return new ArabicShaping(how).shape(text);
    } catch (ArabicShapingException asItIs) {
      return text;
    }
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }
}

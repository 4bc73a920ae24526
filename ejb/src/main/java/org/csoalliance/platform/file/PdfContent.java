package org.csoalliance.platform.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.csoalliance.platform.error.InvalidException;

/**
 * Looks into a PDF: it opens without a password, does nothing by itself, carries no other files,
 * unpacks to a bearable size, and ends where it says.
 */
final class PdfContent {
  private static final long MOST_UNPACKED = 300L * 1024 * 1024;
  private static final int MOST_OBJECTS = 200_000;
  private static final byte[] END = "%%EOF".getBytes(US_ASCII);
  private static final byte[] STREAM = "stream".getBytes(US_ASCII);
  private static final Set<String> ACTIVE =
      Set.of("JavaScript", "JS", "EmbeddedFiles", "EmbeddedFile", "EF", "RichMedia", "XFA", "AA");
  private static final Set<String> ACTIONS =
      Set.of("Launch", "JavaScript", "ImportData", "SubmitForm", "GoToE", "RichMediaExecute");
  // filters that could unpack twice, or that the measure below does not know, where objects lie
  private static final Pattern PACKED_TWICE =
      Pattern.compile("/(?:FlateDecode|Fl|LZWDecode|LZW)\\s*/(?:FlateDecode|Fl|LZWDecode|LZW)\\b");

  private PdfContent() {}

  /**
   * Checks it.
   *
   * @throws InvalidException with a sentence for {@code file}
   */
  static void check(byte[] content) {
    end(content);
    unpacked(content);
    try (PDDocument document = Loader.loadPDF(content)) {
      if (document.isEncrypted()) {
        throw locked();
      }
      if (document.getNumberOfPages() < 1) {
        throw broken();
      }
      harmless(document);
    } catch (InvalidPasswordException needsOne) {
      throw locked();
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | ClassCastException
        | NullPointerException
        | IndexOutOfBoundsException
        | StackOverflowError unreadable) {
      throw broken();
    }
  }

  private static void end(byte[] content) {
    int last = Bytes.findLast(content, END);
    if (last < 0) {
      throw broken();
    }
    for (int i = last + END.length; i < content.length; i++) {
      if (content[i] != 0 && !Character.isWhitespace(content[i])) {
        throw FileContent.refused(
            "There is something behind the end of this PDF. Print it to a new PDF, and send that");
      }
    }
  }

  /** Unpacks what is packed and throws it away, counting: a small file may hold a huge one. */
  private static void unpacked(byte[] content) {
    String text = new String(content, ISO_8859_1);
    boolean objectsPacked = text.contains("/ObjStm") || text.contains("/XRef");
    if (PACKED_TWICE.matcher(text).find() || objectsPacked && text.contains("/LZW")) {
      throw FileContent.refused("This PDF is packed in a way that we do not open. Print it anew");
    }
    long total = 0;
    byte[] bin = new byte[65_536];
    Inflater inflater = new Inflater();
    try {
      for (int at = Bytes.find(content, STREAM, 0);
          at >= 0;
          at = Bytes.find(content, STREAM, at + STREAM.length)) {
        int start = at + STREAM.length;
        while (start < content.length && (content[start] == '\r' || content[start] == '\n')) {
          start++;
        }
        if (start + 2 > content.length || (content[start] & 0x0f) != 8) {
          continue;
        }
        inflater.reset();
        inflater.setInput(content, start, content.length - start);
        total += size(inflater, bin, MOST_UNPACKED - total);
        if (total >= MOST_UNPACKED) {
          throw FileContent.refused(
              "This PDF unpacks to far more than it seems. Print it to a new PDF, and send that");
        }
      }
    } finally {
      inflater.end();
    }
  }

  private static long size(Inflater inflater, byte[] bin, long most) {
    long size = 0;
    try {
      while (!inflater.finished() && size < most) {
        int n = inflater.inflate(bin);
        if (n == 0) {
          break;
        }
        size += n;
      }
    } catch (DataFormatException notPacked) {
      return size; // no packed stream: what its reader makes of it, it says itself
    }
    return size;
  }

  private static void harmless(PDDocument document) throws IOException {
    int objects = 0;
    scan(document.getDocument().getTrailer());
    for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
      if (++objects > MOST_OBJECTS) {
        throw FileContent.refused("This PDF has too many parts. Print it to a new PDF");
      }
      scan(document.getDocument().getObjectFromPool(key).getObject());
    }
  }

  /** Looks at one object; those it refers to have their turn in the table. */
  private static void scan(COSBase root) {
    Deque<COSBase> open = new ArrayDeque<>();
    if (root != null) {
      open.add(root);
    }
    while (!open.isEmpty()) {
      COSBase now = open.remove();
      if (now instanceof COSDictionary dictionary) {
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
          name(entry.getKey(), dictionary.getDictionaryObject(entry.getKey()));
          inside(entry.getValue(), open);
        }
      } else if (now instanceof COSArray array) {
        for (int i = 0; i < array.size(); i++) {
          inside(array.get(i), open);
        }
      }
    }
  }

  private static void inside(COSBase value, Deque<COSBase> open) {
    if (value instanceof COSDictionary || value instanceof COSArray) {
      open.add(value);
    }
  }

  private static void name(COSName key, COSBase value) {
    boolean action =
        key.equals(COSName.S) && value instanceof COSName name && ACTIONS.contains(name.getName());
    if (action || ACTIVE.contains(key.getName())) {
      throw FileContent.refused(
          "This PDF carries a script, an action or another file. Print it to a new PDF, and send"
              + " that");
    }
  }

  private static InvalidException locked() {
    return FileContent.refused("This PDF is locked with a password. Send it without one");
  }

  private static InvalidException broken() {
    return FileContent.refused("This PDF cannot be opened. Print it to a new PDF, and send that");
  }
}

package org.csoalliance.platform.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A PDF without what it tells of its makers: the document information, every metadata stream, what
 * programs keep for themselves, the names of those who annotated, and the notes inside of its
 * JPEGs. It is written whole, so that earlier states of it go too.
 */
final class PdfCopy {
  private static final List<COSName> ALWAYS =
      List.of(
          COSName.METADATA, COSName.getPDFName("PieceInfo"), COSName.getPDFName("LastModified"));
  private static final List<COSName> OF_ANNOTATIONS =
      List.of(COSName.T, COSName.getPDFName("CreationDate"), COSName.M, COSName.getPDFName("NM"));

  private PdfCopy() {}

  static CleanCopy.Made of(byte[] content) {
    Set<Trace> found = EnumSet.noneOf(Trace.class);
    try (PDDocument document = Loader.loadPDF(content)) {
      COSDocument objects = document.getDocument();
      information(objects.getTrailer(), found);
      boolean sure = true;
      for (COSObjectKey key : List.copyOf(objects.getXrefTable().keySet())) {
        COSBase object = objects.getObjectFromPool(key).getObject();
        sure &= clean(object, found, 0);
      }
      if (!sure) {
        return new CleanCopy.Made(Optional.empty(), found);
      }
      objects.getTrailer().removeItem(COSName.ID);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return new CleanCopy.Made(
          Optional.of(new CleanCopy(FileType.PDF, out.toByteArray(), null, 0, 0)), found);
    } catch (IOException | RuntimeException unsure) {
      found.add(Trace.OTHER);
      return new CleanCopy.Made(Optional.empty(), found);
    }
  }

  private static void information(COSDictionary trailer, Set<Trace> found) {
    if (trailer.getDictionaryObject(COSName.INFO) instanceof COSDictionary info) {
      note(info, found, COSName.AUTHOR, Trace.AUTHOR);
      note(info, found, COSName.CREATOR, Trace.SOFTWARE);
      note(info, found, COSName.PRODUCER, Trace.SOFTWARE);
      note(info, found, COSName.CREATION_DATE, Trace.TIME);
      note(info, found, COSName.MOD_DATE, Trace.TIME);
      note(info, found, COSName.TITLE, Trace.OTHER);
      note(info, found, COSName.SUBJECT, Trace.OTHER);
      note(info, found, COSName.KEYWORDS, Trace.OTHER);
      trailer.removeItem(COSName.INFO);
    }
  }

  private static void note(COSDictionary in, Set<Trace> found, COSName name, Trace trace) {
    if (in.containsKey(name)) {
      found.add(trace);
    }
  }

  /** Cleans an object and what stands directly in it; false where it cannot be sure. */
  private static boolean clean(COSBase object, Set<Trace> found, int depth) throws IOException {
    if (depth > 50) {
      return false;
    }
    boolean sure = true;
    if (object instanceof COSDictionary dictionary) {
      for (COSName name : ALWAYS) {
        if (dictionary.containsKey(name)) {
          found.add(Trace.OTHER);
          dictionary.removeItem(name);
        }
      }
      if (COSName.ANNOT.equals(dictionary.getCOSName(COSName.TYPE))
          && !COSName.getPDFName("Widget").equals(dictionary.getCOSName(COSName.SUBTYPE))) {
        note(dictionary, found, COSName.T, Trace.AUTHOR);
        OF_ANNOTATIONS.forEach(dictionary::removeItem);
      }
      if (dictionary instanceof COSStream stream) {
        sure = picture(stream, found);
      }
      for (COSName name : List.copyOf(dictionary.keySet())) {
        sure &= clean(dictionary.getItem(name), found, depth + 1);
      }
    } else if (object instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        sure &= clean(array.get(i), found, depth + 1);
      }
    }
    return sure;
  }

  private static boolean picture(COSStream stream, Set<Trace> found) throws IOException {
    COSBase filter = stream.getFilters();
    if (COSName.JPX_DECODE.equals(filter)) {
      return false; // JPEG 2000 keeps notes in boxes that nothing here can take out
    }
    boolean jpeg = COSName.DCT_DECODE.equals(filter);
    boolean inside =
        filter instanceof COSArray several
            && several.toList().stream()
                .anyMatch(f -> COSName.DCT_DECODE.equals(f) || COSName.JPX_DECODE.equals(f));
    if (inside && ((COSArray) filter).size() > 1) {
      return false;
    }
    if (jpeg || inside) {
      byte[] raw;
      try (InputStream in = stream.createRawInputStream()) {
        raw = in.readAllBytes();
      }
      byte[] bare = JpegNotes.without(raw);
      if (bare == null) {
        return false;
      }
      if (bare.length != raw.length) {
        found.addAll(Traces.in(raw).traces());
        try (OutputStream out = stream.createRawOutputStream()) {
          out.write(bare);
        }
      }
    }
    return true;
  }
}

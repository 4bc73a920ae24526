package org.csoalliance.web.firstresponse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.csoalliance.incident.firstresponse.Content;
import org.csoalliance.incident.firstresponse.Report;
import org.csoalliance.platform.pdf.TaggedPdf;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.web.incident.PositionChart;

/**
 * The PDFs of reports, made when they are asked for and kept for a while. They are kept by what the
 * reader may see, word for word: no reader gets the file of another who sees more.
 */
@ApplicationScoped
public class FirstResponseFiles {
  private static final int MOST = 40;

  private record Key(
      String reference,
      int number,
      int current,
      Tlp label,
      Content content,
      Object correction,
      Object withdrawn) {}

  @Inject private PositionChart charts;

  private final Map<Key, byte[]> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
          return size() > MOST;
        }
      };

  /** The PDF of a report as its reader may see it, with content. */
  public byte[] pdf(Report report) {
    Key key =
        new Key(
            report.reference(),
            report.number(),
            report.current(),
            report.label(),
            report.content(),
            report.correction(),
            report.withdrawnAt());
    synchronized (kept) {
      byte[] known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    Content content = report.content();
    byte[] made =
        TaggedPdf.of(
            new FirstResponseSheet(
                    report, content.position() == null ? null : charts.around(content.position()))
                .xhtml());
    synchronized (kept) {
      kept.put(key, made);
    }
    return made;
  }
}

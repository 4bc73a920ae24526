package org.csoalliance.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is published, in the memory of this node, so that a page of it costs no statement. A change
 * on this node empties it as it commits. For the others the table {@code news_state} holds a number
 * that rises with every change: a timer asks for it every two seconds, and a reader who comes when
 * it was not asked for four seconds asks first. So no node shows an earlier wording longer than
 * that, and when the database cannot be asked, nobody is shown anything that it may have taken
 * back.
 */
@ApplicationScoped
public class NewsCache {
  /** How old the answer of the database may be. */
  static final Duration TRUSTED = Duration.ofSeconds(4);

  private static final int MOST_ARTICLES = 300;

  private final Clock clock;
  private final Map<String, StoredArticle> articles =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StoredArticle> eldest) {
          return size() > MOST_ARTICLES;
        }
      };
  private List<StoredLine> lines;
  private long version = -1;
  private long changes;
  private Instant askedAt = Instant.MIN;

  /** For CDI. */
  protected NewsCache() {
    this(Clock.systemUTC());
  }

  /** Keeps nothing yet. */
  @Inject
  public NewsCache(Clock clock) {
    this.clock = clock;
  }

  /** A change on this node has committed. */
  public synchronized void changed(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) NewsChanged event) {
    forget();
  }

  /** Asks the database whether anything has changed; called by the timer. */
  void ask(NewsRepository news) {
    Instant before = clock.instant();
    seen(news.version(), before);
  }

  private synchronized void seen(long now, Instant at) {
    if (now != version) {
      version = now;
      forget();
    }
    if (at.isAfter(askedAt)) {
      askedAt = at;
    }
  }

  private void forget() {
    changes++;
    articles.clear();
    lines = null;
  }

  private void trust(NewsRepository news) {
    Instant asked;
    synchronized (this) {
      asked = askedAt;
    }
    if (asked.equals(Instant.MIN) || asked.plus(TRUSTED).isBefore(clock.instant())) {
      ask(news);
    }
  }

  /** A bulletin that is or was published. */
  Optional<StoredArticle> article(String slug, NewsRepository news) {
    trust(news);
    long before;
    synchronized (this) {
      StoredArticle kept = articles.get(slug);
      if (kept != null) {
        return Optional.of(kept);
      }
      before = changes;
    }
    Optional<StoredArticle> read = news.article(slug);
    synchronized (this) {
      if (before == changes && read.isPresent()) {
        articles.put(slug, read.get());
      }
    }
    return read;
  }

  /** Every line of the archive, the newest first. */
  List<StoredLine> lines(NewsRepository news) {
    trust(news);
    long before;
    synchronized (this) {
      if (lines != null) {
        return lines;
      }
      before = changes;
    }
    List<StoredLine> read = List.copyOf(news.lines());
    synchronized (this) {
      if (before == changes) {
        lines = read;
      }
    }
    return read;
  }
}

package org.csoalliance.web.taxii;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.csoalliance.incident.indicator.CyberIncident;
import org.csoalliance.incident.indicator.IndicatorService;

/** The collections of indicators. What is in them differs from reader to reader. */
enum TaxiiCollection {
  /** Everything that the reader may see. */
  READABLE(
      "ca500648-8f01-4e68-848c-416c2560757c",
      "Indicators you may read",
      "Indicators of cyber incidents, as the labels allow you to read them. Handle each as its"
          + " marking says."),
  /** What may go to anybody. */
  CLEAR(
      "637b963c-94ae-40ec-9f90-f5bc9b488b5e",
      "TLP:CLEAR",
      "Indicators of checked cyber incidents that may be passed on to anybody.");

  private static final int CHUNK = 200;

  private final String id;
  private final String title;
  private final String description;

  TaxiiCollection(String id, String title, String description) {
    this.id = id;
    this.title = title;
    this.description = description;
  }

  /** Finds one by its identifier or its alias. */
  static Optional<TaxiiCollection> of(String given) {
    return Arrays.stream(values())
        .filter(each -> each.id.equals(given) || each.alias().equals(given))
        .findFirst();
  }

  private String alias() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As TAXII 2.1, 5.2.1 describes a collection. */
  JsonObject json() {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("title", title)
        .add("description", description)
        .add("alias", alias())
        .add("can_read", true)
        .add("can_write", false)
        .add("media_types", Json.createArrayBuilder().add("application/stix+json;version=2.1"))
        .build();
  }

  /**
   * One page.
   *
   * @param next where to go on, null at the end
   */
  record Page(List<TaxiiQuery.Entry> entries, TaxiiQuery.Next next) {}

  /** The objects that a query selects, in the order in which they were added. */
  Page page(IndicatorService service, StixObjects objects, TaxiiQuery query) {
    List<TaxiiQuery.Entry> entries = new ArrayList<>();
    IndicatorService.From from = start(query);
    boolean fresh =
        query.addedAfter() != null && !query.addedAfter().isBefore(StixObjects.CONSTANT);
    if (!fresh && from.changed().isBefore(StixObjects.CONSTANT)) {
      TaxiiQuery.Next next =
          add(entries, StixObjects.constants(), StixObjects.CONSTANT, query, from, 0);
      if (next != null) {
        return new Page(entries, next);
      }
      from = IndicatorService.From.after(StixObjects.CONSTANT);
    }
    while (from != null) {
      IndicatorService.Page page = service.page(this == CLEAR, query.addedAfter(), from, CHUNK);
      for (CyberIncident incident : page.incidents()) {
        Instant changed = incident.summary().updatedAt();
        long number = incident.summary().id();
        TaxiiQuery.Next next = add(entries, objects.of(incident), changed, query, from, number);
        if (next != null) {
          return new Page(entries, next);
        }
        from = new IndicatorService.From(changed, number);
      }
      from = page.next();
    }
    return new Page(entries, null);
  }

  /** Adds what fits; tells where to go on when something does not. */
  private static TaxiiQuery.Next add(
      List<TaxiiQuery.Entry> entries,
      List<JsonObject> objects,
      Instant added,
      TaxiiQuery query,
      IndicatorService.From from,
      long number) {
    TaxiiQuery.Next before = query.next();
    boolean goesOn = before != null && before.from().equals(from) && before.within() == number;
    for (int i = goesOn ? before.done() : 0; i < objects.size(); i++) {
      if (query.wants(objects.get(i))) {
        if (entries.size() == query.limit()) {
          return new TaxiiQuery.Next(from, number, i);
        }
        entries.add(new TaxiiQuery.Entry(objects.get(i), added));
      }
    }
    return null;
  }

  private static IndicatorService.From start(TaxiiQuery query) {
    if (query.next() != null) {
      return query.next().from();
    }
    return query.addedAfter() == null
        ? IndicatorService.From.START
        : IndicatorService.From.day(query.addedAfter());
  }
}

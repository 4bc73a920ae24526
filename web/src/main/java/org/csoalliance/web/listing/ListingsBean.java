package org.csoalliance.web.listing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.listing.Listing;
import org.csoalliance.listing.ListingCategory;
import org.csoalliance.listing.ListingKind;
import org.csoalliance.listing.ListingService;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Plural;

/** The page {@code /directory}: partners, suppliers and public bodies, in the order of the day. */
@Named("listings")
@RequestScoped
public class ListingsBean {
  @EJB private ListingService service;

  private List<Listing> all = List.of();

  /** Reads the entries that are asked for. */
  public void load() {
    all = service.list(kind(), category(), getText());
  }

  private static ListingKind kind() {
    return ListingKind.of(Asked.parameter("kind")).orElse(null);
  }

  private static ListingCategory category() {
    return ListingCategory.of(Asked.parameter("category")).orElse(null);
  }

  /** What is looked for. */
  public String getText() {
    String text = Asked.parameter("text");
    return text == null ? "" : text;
  }

  /** The kind that is asked for, empty for any. */
  public String getKind() {
    return kind() == null ? "" : kind().name();
  }

  /** The category that is asked for, empty for any. */
  public String getCategory() {
    return category() == null ? "" : category().name();
  }

  /** Whether something is asked for. */
  public boolean isFiltered() {
    return kind() != null || category() != null || !getText().isBlank();
  }

  /** The kinds of which there is an entry. */
  public List<ListingKind> getKinds() {
    return Arrays.stream(ListingKind.values())
        .filter(kind -> all.stream().anyMatch(each -> each.kind() == kind))
        .toList();
  }

  /** The entries of a kind. */
  public List<Listing> of(ListingKind kind) {
    return all.stream().filter(each -> each.kind() == kind).toList();
  }

  /** How many there are, in words. */
  public String getCount() {
    return Plural.of(all.size(), "entry", "entries");
  }

  /** Choices of a kind. */
  public Map<String, String> getKindChoices() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("", "All");
    for (ListingKind kind : ListingKind.values()) {
      choices.put(kind.name(), kind.heading());
    }
    return choices;
  }

  /** Choices of a category. */
  public Map<String, String> getCategoryChoices() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("", "All");
    for (ListingCategory category : ListingCategory.values()) {
      choices.put(category.name(), category.words());
    }
    return choices;
  }
}

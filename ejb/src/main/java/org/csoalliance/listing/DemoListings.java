package org.csoalliance.listing;

import static org.csoalliance.listing.ListingCategory.ASSOCIATION;
import static org.csoalliance.listing.ListingCategory.CLASS;
import static org.csoalliance.listing.ListingCategory.COMMUNICATION;
import static org.csoalliance.listing.ListingCategory.CYBER;
import static org.csoalliance.listing.ListingCategory.EQUIPMENT;
import static org.csoalliance.listing.ListingCategory.FLAG;
import static org.csoalliance.listing.ListingCategory.INSURER;
import static org.csoalliance.listing.ListingCategory.INTELLIGENCE;
import static org.csoalliance.listing.ListingCategory.NAVY;
import static org.csoalliance.listing.ListingCategory.REPORTING_CENTRE;
import static org.csoalliance.listing.ListingCategory.TRAINING;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.imageio.ImageIO;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.DemonstrationStarted;

/** Made-up partners and suppliers, and public bodies that are named as such. */
@Dependent
public class DemoListings {
  private ListingRepository listings;

  /** For CDI. */
  protected DemoListings() {}

  /** Writes through the given repository. */
  @Inject
  public DemoListings(ListingRepository listings) {
    this.listings = listings;
  }

  /** Makes them all. */
  public void create(@Observes DemonstrationStarted started) {
    Instant at = started.at().minus(Duration.ofDays(40));
    add(
        at,
        ListingKind.PARTNER,
        true,
        "Naval Liaison Desk, Northern Waters",
        "navy-north",
        "Watchkeepers who speak with merchant ships and answer day and night.",
        NAVY);
    add(
        at,
        ListingKind.PARTNER,
        true,
        "Gulf of Guinea Reporting Desk",
        "gog-desk",
        "Takes reports of ships in the Gulf of Guinea and warns others.",
        REPORTING_CENTRE);
    add(
        at,
        ListingKind.PARTNER,
        true,
        "Flag Administration of Marisland",
        "flag-marisland",
        "Sets security levels for its ships and verifies letters of authority.",
        FLAG);
    add(
        at,
        ListingKind.PARTNER,
        true,
        "Lodestar Mutual",
        "lodestar-mutual",
        "Insures stowaway and crew claims, and shares its figures once a year.",
        INSURER);
    add(
        at,
        ListingKind.PARTNER,
        false,
        "Meridian Class",
        "meridian-class",
        "Verifies ship security plans and answers questions about them.",
        CLASS);
    add(
        at,
        ListingKind.SUPPLIER,
        true,
        "Fathom Watch",
        "fathom-watch",
        "A weekly report of threats by area, in two pages.",
        INTELLIGENCE);
    add(
        at,
        ListingKind.SUPPLIER,
        true,
        "Harbour Light Training",
        "harbour-light",
        "Drills on board and courses for ship security officers.",
        TRAINING);
    add(
        at,
        ListingKind.SUPPLIER,
        true,
        "Deckplate Cyber",
        "deckplate-cyber",
        "Tests the networks of ships and trains crews to notice.",
        CYBER,
        TRAINING);
    add(
        at,
        ListingKind.SUPPLIER,
        true,
        "Longsplice Communications",
        "longsplice",
        "Satellite links that stay up when the ship turns.",
        COMMUNICATION);
    add(
        at,
        ListingKind.SUPPLIER,
        false,
        "Bulwark Fittings",
        "bulwark-fittings",
        "Locks, gratings and lights for ladders and lockers.",
        EQUIPMENT);
    reference(
        at,
        "UKMTO",
        "https://www.ukmto.org/",
        "Takes reports of merchant ships and publishes warnings and advisories.",
        REPORTING_CENTRE);
    reference(
        at,
        "EUNAVFOR",
        "https://eunavfor.eu/",
        "Naval force of the European Union, with news that industry may read.",
        NAVY);
    reference(
        at,
        "BIMCO",
        "https://www.bimco.org/",
        "Shipping association; publishes the contract GUARDCON.",
        ASSOCIATION);
  }

  private void add(
      Instant at,
      ListingKind kind,
      boolean everybody,
      String name,
      String host,
      String line,
      ListingCategory... categories) {
    keep(
        at,
        new NewListing(
            kind, List.of(categories), name, line, "https://" + host + ".example/", everybody),
        picture(name));
  }

  private void reference(
      Instant at, String name, String link, String line, ListingCategory category) {
    keep(
        at, new NewListing(ListingKind.REFERENCE, List.of(category), name, line, link, true), null);
  }

  private void keep(Instant at, NewListing made, byte[] logo) {
    LocalDate review = LocalDate.ofInstant(at, ZoneOffset.UTC).plusMonths(6);
    listings.add(made, logo, review, Reader.SYSTEM, at);
  }

  /** A mark of two stripes and a disc, in colours that the name draws; no letters, no fonts. */
  private static byte[] picture(String name) {
    BufferedImage picture = new BufferedImage(160, 96, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    float hue = Math.floorMod(name.hashCode(), 360) / 360f;
    pen.setColor(Color.getHSBColor(hue, 0.12f, 1f));
    pen.fillRect(0, 0, 160, 96);
    pen.setColor(Color.getHSBColor(hue, 0.7f, 0.45f));
    pen.setStroke(new BasicStroke(12));
    int shape = Math.floorMod(name.hashCode(), 3);
    pen.drawLine(20, 70, 140, 70 - 12 * shape);
    pen.drawLine(20, 40, 140, 40 + 12 * shape);
    pen.fillOval(60 + 10 * shape, 24, 48, 48);
    pen.dispose();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(picture, "jpeg", out);
      return out.toByteArray();
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
  }
}

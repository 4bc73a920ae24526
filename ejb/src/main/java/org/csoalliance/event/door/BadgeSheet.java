package org.csoalliance.event.door;

/** On what badges are printed. Lengths in millimetres. */
public enum BadgeSheet {
  /** One a page, for a badge holder. */
  A6("A6 pages, one badge each", 105, 148),
  /** Eight labels of 99 by 67 on a page. */
  A4_8("A4 with 8 labels, 99 × 67 mm", 99.1, 67.7),
  /** A roll of labels. */
  LABEL("Label printer, 100 × 62 mm", 100, 62);

  private final String words;
  private final double width;
  private final double height;

  BadgeSheet(String words, double width, double height) {
    this.words = words;
    this.width = width;
    this.height = height;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }
}

package org.csoalliance.web.shared;

/** The elements that the Atom feeds share (RFC 4287). */
public final class AtomXml {
  private AtomXml() {}

  /** A link in a line of its own. */
  public static void link(StringBuilder xml, String indent, String rel, String type, String href) {
    xml.append(indent).append("<link rel=\"").append(rel).append("\" type=\"").append(type);
    xml.append("\" href=\"").append(XmlText.escaped(href)).append("\"/>\n");
  }

  /** An element that holds text, in a line of its own. */
  public static void element(StringBuilder xml, String indent, String name, String text) {
    xml.append(indent).append('<').append(name).append('>').append(XmlText.escaped(text));
    xml.append("</").append(name).append(">\n");
  }
}

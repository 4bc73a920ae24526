package org.csoalliance.publishing;

import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Rendered Markdown as plain text that reads well in any mail program, on a bridge too. */
final class PlainMarkdown {
  private static final int WIDTH = 72;

  private final Function<Element, String> pictures;

  private PlainMarkdown(Function<Element, String> pictures) {
    this.pictures = pictures;
  }

  /**
   * The text of an element's blocks, parted by empty lines.
   *
   * @param pictures the words of a picture; empty: it is left out
   */
  static String of(Element body, Function<Element, String> pictures) {
    StringBuilder out = new StringBuilder();
    new PlainMarkdown(pictures).blocks(body, "", out);
    return out.toString().strip();
  }

  private void blocks(Element parent, String indent, StringBuilder out) {
    StringBuilder loose = new StringBuilder();
    int number = start(parent);
    for (Node node : parent.childNodes()) {
      if (!(node instanceof Element block) || !isBlock(block)) {
        inline(node, loose);
        continue;
      }
      wrap(loose, indent, indent, out);
      switch (block.normalName()) {
        case "li" -> {
          String mark = parent.normalName().equals("ol") ? number++ + ". " : "- ";
          StringBuilder item = new StringBuilder();
          blocks(block, indent + " ".repeat(mark.length()), item);
          String text = item.toString().stripTrailing();
          out.append(indent).append(mark).append(text.stripLeading()).append('\n');
        }
        case "ul", "ol" -> {
          blocks(block, indent, out);
          out.append('\n');
        }
        case "blockquote" -> blocks(block, indent + "> ", out);
        case "hr" -> out.append(indent).append("* * *\n\n");
        default -> blocks(block, indent, out);
      }
    }
    wrap(loose, indent, indent, out);
  }

  private static int start(Element list) {
    String start = list.attr("start");
    return start.matches("[0-9]{1,6}") ? Integer.parseInt(start) : 1;
  }

  private static boolean isBlock(Element element) {
    return switch (element.normalName()) {
      case "p", "ul", "ol", "li", "h3", "h4", "blockquote", "hr" -> true;
      default -> false;
    };
  }

  private void inline(Node node, StringBuilder out) {
    if (node instanceof TextNode text) {
      out.append(text.getWholeText());
    } else if (node instanceof Element element) {
      if (element.normalName().equals("img")) {
        String words = pictures.apply(element);
        out.append(words.isEmpty() ? "" : "[Picture: " + words + "]");
        return;
      }
      if (element.normalName().equals("br")) {
        out.append('\n');
      }
      int before = out.length();
      element.childNodes().forEach(child -> inline(child, out));
      String href = element.attr("href").replaceFirst("^mailto:", "");
      if (!href.isEmpty() && !out.substring(before).equals(href)) {
        out.append(" <").append(href).append('>');
      }
    }
  }

  /** Breaks lines between words, and empties the text. */
  private static void wrap(StringBuilder text, String first, String next, StringBuilder out) {
    String words = text.toString().strip();
    text.setLength(0);
    if (words.isEmpty()) {
      return;
    }
    String indent = first;
    for (String line : words.split("\n")) {
      int column = indent.length();
      out.append(indent);
      boolean begun = false;
      for (String word : line.strip().split("\\s+")) {
        if (begun && column + 1 + word.length() > WIDTH) {
          out.append('\n').append(next);
          column = next.length();
        } else if (begun) {
          out.append(' ');
          column++;
        }
        out.append(word);
        column += word.length();
        begun = true;
      }
      out.append('\n');
      indent = next;
    }
    out.append('\n');
  }
}

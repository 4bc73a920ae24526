package org.csoalliance.platform.file;

/** Looks for marks in the content of a file. */
final class Bytes {
  private static final byte[] ZIP_END = {'P', 'K', 5, 6};
  private static final byte[] ZIP_DIRECTORY = {'P', 'K', 1, 2};

  private Bytes() {}

  static boolean startsWith(byte[] content, byte[] mark) {
    return at(content, mark, 0);
  }

  private static boolean at(byte[] content, byte[] mark, int at) {
    if (at < 0 || at + mark.length > content.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (content[at + i] != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** The first place of the mark at or behind a place, -1 when it is not there. */
  static int find(byte[] content, byte[] mark, int from) {
    for (int i = from; i <= content.length - mark.length; i++) {
      if (content[i] == mark[0] && at(content, mark, i)) {
        return i;
      }
    }
    return -1;
  }

  /** The last place of the mark, -1 when it is not there. */
  static int findLast(byte[] content, byte[] mark) {
    for (int i = content.length - mark.length; i >= 0; i--) {
      if (at(content, mark, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Four bytes, the highest first. */
  static int int32(byte[] content, int at) {
    return (content[at] & 0xff) << 24
        | (content[at + 1] & 0xff) << 16
        | (content[at + 2] & 0xff) << 8
        | content[at + 3] & 0xff;
  }

  /** Whether a reader of archives would find one: an end of a directory that has its directory. */
  static boolean holdsZip(byte[] content) {
    for (int end = find(content, ZIP_END, 0); end >= 0; end = find(content, ZIP_END, end + 1)) {
      if (end + 22 <= content.length) {
        long size = Integer.reverseBytes(int32(content, end + 12)) & 0xffffffffL;
        if (size <= end && at(content, ZIP_DIRECTORY, (int) (end - size))) {
          return true;
        }
      }
    }
    return false;
  }
}

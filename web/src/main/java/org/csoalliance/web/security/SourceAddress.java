package org.csoalliance.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Where a request comes from, for the slowing down of sign-ins. A proxy's word counts only where
 * the setting {@code alliance.proxy.trusted} says that there is one. Of an IPv6 address the network
 * counts, since one subscriber holds a whole one.
 */
public final class SourceAddress {
  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");
  private static final int NETWORK_BYTES = 8;

  private SourceAddress() {}

  /**
   * The source of a request, such as {@code 192.0.2.7} or {@code 2001:db8:0:1::/64}.
   *
   * @param proxyTrusted whether the last entry of X-Forwarded-For is our own proxy's
   */
  public static String of(HttpServletRequest request, boolean proxyTrusted) {
    String forwarded = proxyTrusted ? request.getHeader("X-Forwarded-For") : null;
    if (forwarded != null) {
      // the last entry is the one that our own proxy wrote
      String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
      if (LITERAL.matcher(last).matches()) {
        return network(last);
      }
    }
    return network(request.getRemoteAddr());
  }

  static String network(String literal) {
    String plain = literal == null ? "" : literal.replaceAll("%.*|[\\[\\]]", "");
    if (!LITERAL.matcher(plain).matches()) {
      return "unknown";
    }
    try {
      InetAddress address = InetAddress.getByName(plain);
      if (!(address instanceof Inet6Address)) {
        return address.getHostAddress();
      }
      StringBuilder network = new StringBuilder();
      for (int i = 0; i < NETWORK_BYTES; i += 2) {
        int part = (address.getAddress()[i] & 0xff) << 8 | address.getAddress()[i + 1] & 0xff;
        network.append(Integer.toHexString(part)).append(':');
      }
      return network.append(":/64").toString();
    } catch (UnknownHostException wrong) {
      return "unknown";
    }
  }
}

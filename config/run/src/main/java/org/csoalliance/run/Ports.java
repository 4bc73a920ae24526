package org.csoalliance.run;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The ports of a run, all on the loopback address. Those that nobody chose are free ones,
 * remembered in the folder of the run so that a server's configuration stays as it is.
 *
 * @param http the application
 * @param smtp the mail catcher
 * @param mailApi the catcher's page and REST interface
 * @param database PostgreSQL
 * @param admin the administration of the application server
 * @param internal five more that an application server may open
 */
public record Ports(
    int http, int smtp, int mailApi, int database, int admin, List<Integer> internal) {

  private static final int COUNT = 10;

  /**
   * @param settings the ports that were asked for; 0 stands for any
   * @return ports that were free a moment ago
   * @throws RunException with one sentence that names the port and the property to change
   */
  public static Ports choose(RunSettings settings) {
    List<Integer> spare = spare(settings.home().resolve("ports.properties"));
    int http = wanted(settings.httpPort(), "the application", "alliance.http.port", spare.get(0));
    int smtp = wanted(settings.smtpPort(), "the mail catcher", "alliance.smtp.port", spare.get(1));
    int api =
        wanted(settings.mailApiPort(), "the mail page", "alliance.mail.api.port", spare.get(2));
    if (http == smtp || http == api || smtp == api) {
      throw new RunException(
          "alliance.http.port, alliance.smtp.port and alliance.mail.api.port must differ.");
    }
    return new Ports(
        http, smtp, api, spare.get(3), spare.get(4), List.copyOf(spare.subList(5, COUNT)));
  }

  private static int wanted(int asked, String use, String property, int otherwise) {
    if (asked == 0) {
      return otherwise;
    }
    if (!free(asked)) {
      throw new RunException(taken(asked, use, property));
    }
    return asked;
  }

  /**
   * @param port the number
   * @param use what it is for
   * @param property the property that changes it
   * @return the sentence for the console
   */
  static String taken(int port, String use, String property) {
    return "Port %d for %s is taken by another program: stop that, or choose another with -D%s=%d."
        .formatted(port, use, property, port < 65_000 ? port + 100 : port - 100);
  }

  /**
   * @param port the number
   * @return whether nobody listens there, on any local address
   */
  static boolean free(int port) {
    for (String address : List.of("0.0.0.0", "127.0.0.1", "::1")) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
      } catch (IOException e) {
        if (!absent(address)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean absent(String address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static List<Integer> spare(Path file) {
    Properties kept = new Properties();
    try {
      if (Files.exists(file)) {
        try (Reader in = Files.newBufferedReader(file)) {
          kept.load(in);
        }
      }
      List<Integer> ports = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        int port = number(kept.getProperty("port." + i));
        if (port > 0 && free(port)) {
          ports.add(port);
        }
      }
      if (ports.size() < COUNT) {
        ports = unused();
        Properties fresh = new Properties();
        for (int i = 0; i < COUNT; i++) {
          fresh.setProperty("port." + i, Integer.toString(ports.get(i)));
        }
        Files.createDirectories(file.getParent());
        try (Writer out = Files.newBufferedWriter(file)) {
          fresh.store(out, "Ports that this run found free; delete the file to choose again");
        }
      }
      return ports;
    } catch (IOException e) {
      throw new RunException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static int number(String text) {
    return text != null && text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
  }

  private static List<Integer> unused() throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      List<Integer> ports = new ArrayList<>();
      while (ports.size() < COUNT) {
        ServerSocket socket = new ServerSocket(0);
        held.add(socket);
        ports.add(socket.getLocalPort());
      }
      return ports;
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }
}

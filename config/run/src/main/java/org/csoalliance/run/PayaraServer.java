package org.csoalliance.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Payara Server with its domain1. Its commands want a running server, so the first start configures
 * it; ports and properties are written into the stopped domain before each start.
 */
final class PayaraServer extends ServerHome {
  private static final String DOMAIN = "domain1";

  PayaraServer(ServerSetup setup) {
    super(ServerKind.PAYARA, setup);
  }

  @Override
  public List<String> jvmOptions() {
    return List.of();
  }

  @Override
  Path instance() {
    return home().resolve("glassfish/domains").resolve(DOMAIN);
  }

  @Override
  void configure() {
    boolean configured = prepareDomain(null);
    if (!configured) {
      startDomain();
      try {
        commands();
      } finally {
        stop();
      }
    }
  }

  @Override
  void start(Path ear) {
    try {
      String digest = FileTrees.sha256(ear);
      boolean configured = prepareDomain(digest);
      beginLog();
      startDomain();
      if (!configured) {
        commands();
      }
      if (!marked("deployed", digest)) {
        asadmin(
            "Deploying the archive",
            "deploy",
            "--force=true",
            "--name",
            "alliance",
            ear.toString());
        mark("deployed", digest);
      }
    } catch (IOException e) {
      throw new RunException("Payara did not start: " + e.getMessage(), e);
    }
  }

  /** Writes the stopped domain; false when the commands are still to be run in it. */
  private boolean prepareDomain(String earDigest) {
    try {
      String fingerprint = FileTrees.sha256(commandText());
      boolean configured = marked("configured", fingerprint);
      boolean otherArchive =
          marked("deployed") && (earDigest == null || !marked("deployed", earDigest));
      if (!configured || otherArchive) {
        reset();
        configured = false;
      }
      Files.copy(
          setup.project().library("postgresql.jar"),
          instance().resolve("lib/postgresql.jar"),
          StandardCopyOption.REPLACE_EXISTING);
      new PayaraDomain(instance()).write(setup, logPath());
      return configured;
    } catch (IOException e) {
      throw new RunException("Cannot write the domain of Payara: " + e.getMessage(), e);
    }
  }

  private String commandText() throws IOException {
    Path template = setup.project().config().resolve("payara/alliance.asadmin");
    return Placeholders.fill(Files.readString(template), setup.values());
  }

  private void commands() {
    try {
      String text = commandText();
      Path filled = home().resolve("alliance.asadmin");
      Files.writeString(filled, text);
      asadmin("Configuring Payara", "multimode", "--file", filled.toString());
      mark("configured", FileTrees.sha256(text));
    } catch (IOException e) {
      throw new RunException("Configuring Payara failed: " + e.getMessage(), e);
    }
  }

  private void startDomain() {
    asadmin("Starting Payara", "start-domain", DOMAIN);
  }

  private void asadmin(String what, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(script("bin", "asadmin", "").toString());
    command.add("--host");
    command.add("127.0.0.1");
    command.add("--port");
    command.add(Integer.toString(ports().admin()));
    command.addAll(List.of(arguments));
    try {
      Processes.run(what, command, commandLog());
    } catch (RunException e) {
      throw new RunException(e.getMessage() + "\n" + log().problem(), e);
    }
  }

  @Override
  boolean failed() {
    return processes().isEmpty();
  }
}

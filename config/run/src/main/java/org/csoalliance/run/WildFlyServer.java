package org.csoalliance.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** WildFly, standalone, with EclipseLink. Its commands work on the stopped server. */
final class WildFlyServer extends ServerHome {
  private static final String ARCHIVE = "alliance.ear";

  WildFlyServer(ServerSetup setup) {
    super(ServerKind.WILDFLY, setup);
  }

  @Override
  public List<String> jvmOptions() {
    List<String> options = new ArrayList<>();
    options.add("-Djboss.bind.address=127.0.0.1");
    options.add("-Djboss.bind.address.management=127.0.0.1");
    options.add("-Djboss.http.port=" + ports().http());
    options.add("-Djboss.https.port=" + ports().internal().get(0));
    options.add("-Djboss.management.http.port=" + ports().admin());
    options.add("-Djboss.management.https.port=" + ports().internal().get(1));
    options.add("-Djboss.server.log.dir=" + logPath().getParent());
    setup.properties().forEach((name, value) -> options.add("-D" + name + "=" + value));
    return options;
  }

  @Override
  Path instance() {
    return home().resolve("standalone");
  }

  private Path deployments() {
    return instance().resolve("deployments");
  }

  @Override
  void configure() {
    try {
      Files.createDirectories(logPath().getParent());
      String text = commandText();
      String fingerprint = FileTrees.sha256(text);
      if (marked("configured", fingerprint)) {
        return;
      }
      reset();
      FileTrees.delete(home().resolve("modules/org/postgresql"));
      EclipseLinkModule.install(home(), setup.project().library("eclipselink.jar"));
      Path filled = home().resolve("alliance.cli");
      Files.writeString(filled, text);
      Processes.run(
          "Configuring WildFly",
          List.of(script("bin", "jboss-cli", ".sh").toString(), "--file=" + filled),
          commandLog());
      mark("configured", fingerprint);
    } catch (IOException e) {
      throw new RunException("Configuring WildFly failed: " + e.getMessage(), e);
    }
  }

  private String commandText() throws IOException {
    Map<String, String> values = new TreeMap<>(setup.values());
    values.put("driver.jar", setup.project().library("postgresql.jar").toString());
    Path template = setup.project().config().resolve("wildfly/alliance.cli");
    return Placeholders.fill(Files.readString(template), values);
  }

  @Override
  void start(Path ear) {
    configure();
    try {
      deploy(ear);
      beginLog();
      List<String> command = new ArrayList<>();
      command.add(script("bin", "standalone", ".sh").toString());
      command.addAll(jvmOptions());
      Process process = Processes.start(command, commandLog());
      if (!process.isAlive()) {
        throw new RunException("WildFly did not start. Its output is in " + commandLog() + ".");
      }
      this.script = process;
    } catch (IOException e) {
      throw new RunException("WildFly did not start: " + e.getMessage(), e);
    }
  }

  private Process script;

  private void deploy(Path ear) throws IOException {
    String digest = FileTrees.sha256(ear);
    Path target = deployments().resolve(ARCHIVE);
    Files.deleteIfExists(deployments().resolve(ARCHIVE + ".failed"));
    if (!marked("deployed", digest) || !Files.exists(target)) {
      Files.copy(ear, target, StandardCopyOption.REPLACE_EXISTING);
      mark("deployed", digest);
    }
    Files.writeString(deployments().resolve(ARCHIVE + ".dodeploy"), "");
  }

  @Override
  boolean failed() {
    return Files.exists(deployments().resolve(ARCHIVE + ".failed"))
        || (script != null && !script.isAlive());
  }
}

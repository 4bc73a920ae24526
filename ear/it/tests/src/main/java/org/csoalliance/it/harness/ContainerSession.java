package org.csoalliance.it.harness;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.csoalliance.run.EmbeddedDatabase;
import org.csoalliance.run.MailCatcher;
import org.csoalliance.run.Ports;
import org.csoalliance.run.ProjectFiles;
import org.csoalliance.run.RunSettings;
import org.csoalliance.run.SealKeyFile;
import org.csoalliance.run.ServerHome;
import org.csoalliance.run.ServerKind;
import org.csoalliance.run.ServerSetup;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * What Arquillian's managed server needs before it starts: a database, a mail catcher, and a server
 * configured by the same commands that an administrator uses. Does nothing unless the build names a
 * server for the container tests.
 */
public final class ContainerSession implements LauncherSessionListener {
  private static EmbeddedDatabase database;
  private static MailCatcher mail;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    String server = System.getProperty("alliance.it.server");
    if (server == null || database != null) {
      return;
    }
    ProjectFiles project = ProjectFiles.locate();
    Path home = home();
    ServerKind kind = ServerKind.of(server);
    RunSettings settings = RunSettings.forTests(home, kind, true);
    Ports ports = Ports.choose(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(ContainerSession::close, "end of tests"));
    EmbeddedDatabase.stopLeftover(home);
    database = EmbeddedDatabase.start(home, ports.database());
    mail = MailCatcher.start(home, ports.smtp(), ports.mailApi());
    Map<String, String> properties = new TreeMap<>(settings.properties());
    properties.put("alliance.password.iterations", "20000");
    properties.put("alliance.base.url", "http://localhost:" + ports.http());
    properties.put("alliance.seal.key.file", SealKeyFile.of(home).toString());
    ServerHome prepared =
        ServerHome.prepare(kind, new ServerSetup(project, home, ports, Map.copyOf(properties)));

    System.setProperty("alliance.it.home", prepared.home().toString());
    System.setProperty("alliance.it.admin.port", Integer.toString(ports.admin()));
    System.setProperty("alliance.it.jvm", String.join(" ", prepared.jvmOptions()) + " -Xmx768m");
    System.setProperty("alliance.it.ear", project.ear().toString());
    System.setProperty("alliance.it.base", "http://localhost:" + ports.http() + "/");
    System.setProperty("alliance.it.mail", "http://127.0.0.1:" + ports.mailApi() + "/");
    System.setProperty("alliance.it.jdbc", database.jdbcUrl());
  }

  /** The folder of the run: database, mail, server. */
  public static Path home() {
    return Path.of(System.getProperty("alliance.it.work"), "container").toAbsolutePath();
  }

  /** The mails that the application has sent. */
  public static MailCatcher mail() {
    return mail;
  }

  private static void close() {
    if (mail != null) {
      mail.close();
    }
    if (database != null) {
      database.close();
    }
  }
}

package org.csoalliance.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Puts EclipseLink into WildFly, which has only the adapter for it: a module of the same name under
 * modules comes before the one of the distribution under modules/system.
 */
final class EclipseLinkModule {
  private static final String MODULE = "org/eclipse/persistence/main";
  private static final String RESOURCE = "<resource-root path=\"eclipselink.jar\"/>";
  private static final String DEPENDENCIES =
      "<module name=\"java.sql\"/><module name=\"java.desktop\"/><module name=\"java.xml\"/>"
          + "<module name=\"java.instrument\"/><module name=\"java.rmi\"/>"
          + "<module name=\"jdk.unsupported\"/>";

  private EclipseLinkModule() {}

  /**
   * @param wildfly the home of a stopped server
   * @param jar the library eclipselink
   */
  static void install(Path wildfly, Path jar) throws IOException {
    Path base = wildfly.resolve("modules/system/layers/base").resolve(MODULE);
    Path module = wildfly.resolve("modules").resolve(MODULE);
    Files.createDirectories(module);
    Files.copy(jar, module.resolve("eclipselink.jar"), StandardCopyOption.REPLACE_EXISTING);
    try (DirectoryStream<Path> adapters = Files.newDirectoryStream(base, "*.jar")) {
      for (Path adapter : adapters) {
        Files.copy(
            adapter, module.resolve(adapter.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    String descriptor = Files.readString(base.resolve("module.xml"));
    Files.writeString(
        module.resolve("module.xml"),
        descriptor
            .replace("<resources>", "<resources>" + RESOURCE)
            .replace("<dependencies>", "<dependencies>" + DEPENDENCIES));
  }
}

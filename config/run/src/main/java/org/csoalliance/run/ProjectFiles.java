package org.csoalliance.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a run takes from the project: the built archive, the configuration files of the
 * administrator, and the distributions that the build has copied into config/run/target/lib.
 *
 * @param root the folder of the parent pom, absolute
 */
public record ProjectFiles(Path root) {

  /**
   * Looks from the working directory upwards, so that it works from every module.
   *
   * @return the files of the project around the working directory
   * @throws RunException outside the project
   */
  public static ProjectFiles locate() {
    Path start = Path.of("").toAbsolutePath();
    for (Path dir = start; dir != null; dir = dir.getParent()) {
      if (Files.exists(dir.resolve("config/run/pom.xml"))) {
        return new ProjectFiles(dir);
      }
    }
    throw new RunException("Start this from the folder of the project, not from " + start + ".");
  }

  /**
   * @return the archive as the build made it
   */
  public Path ear() {
    return root.resolve("ear/target/alliance.ear");
  }

  /**
   * @return the folder config of the project
   */
  public Path config() {
    return root.resolve("config");
  }

  /**
   * @param pattern a glob on the file name
   * @return the newest file of config/run/target/lib that matches
   * @throws RunException when the build has not copied it
   */
  Path library(String pattern) {
    Path lib = root.resolve("config/run/target/lib");
    Path newest = null;
    if (Files.isDirectory(lib)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(lib, pattern)) {
        for (Path each : found) {
          if (newest == null
              || Files.getLastModifiedTime(each).compareTo(Files.getLastModifiedTime(newest)) > 0) {
            newest = each;
          }
        }
      } catch (IOException e) {
        throw new RunException("Cannot read " + lib + ": " + e.getMessage(), e);
      }
    }
    if (newest == null) {
      throw new RunException("The build has not put " + pattern + " into " + lib + ".");
    }
    return newest;
  }
}

package org.csoalliance.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The key under which a run seals uploaded files; made once, kept beside its database. */
public final class SealKeyFile {
  private static final int BYTES = 32;

  private SealKeyFile() {}

  /**
   * @param home the folder of the run
   * @return the file with the key, made if there was none; its owner alone reads it where the
   *     system can say so
   * @throws RunException when it cannot be written
   */
  public static Path of(Path home) {
    Path file = home.resolve("seal.key").toAbsolutePath();
    try {
      Files.createDirectories(home);
      if (!Files.exists(file)) {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
          Files.createFile(
              file,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
          Files.createFile(file);
        }
        Files.writeString(file, Base64.getEncoder().encodeToString(key), StandardOpenOption.WRITE);
      }
      return file;
    } catch (FileAlreadyExistsException another) {
      return file;
    } catch (IOException e) {
      throw new RunException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}

package org.csoalliance.platform.schema;

/** The database was migrated by a newer version of the platform than this one. */
public class NewerSchemaException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Takes the version found in the database. */
  public NewerSchemaException(String version) {
    super(
        "The database was migrated to version "
            + version
            + ", which this release does not know. Deploy the newer release, or restore the backup"
            + " made before the upgrade.");
  }
}

package org.csoalliance.membership.vetting;

/**
 * A proof, opened.
 *
 * @param fileName made harmless
 * @param mediaType as found in the content
 * @param content the file itself
 */
public record ProofContent(String fileName, String mediaType, byte[] content) {}

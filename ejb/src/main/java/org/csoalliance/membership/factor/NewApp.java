package org.csoalliance.membership.factor;

import org.csoalliance.platform.qr.QrCode;

/**
 * The secret of a new authenticator app, as its owner takes it over.
 *
 * @param secret in Base32, in groups of four
 * @param uri what the QR code holds
 * @param picture the QR code
 */
public record NewApp(String secret, String uri, QrCode.Picture picture) {}

/** The services of the alliance's platform: one package per feature, {@code platform} below all. */
package org.csoalliance;

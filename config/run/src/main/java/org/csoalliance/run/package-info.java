/**
 * The launcher of a run: an embedded PostgreSQL, a mail catcher and an application server with the
 * archive deployed, all under one folder. {@link org.csoalliance.run.Launcher#main} is what {@code
 * mvn -Prun} starts; {@link org.csoalliance.run.Launcher#start} and {@link
 * org.csoalliance.run.ServerHome#prepare} are for the tests of the whole.
 *
 * <p>For development, demonstration and tests alone: the database trusts every local connection.
 */
package org.csoalliance.run;

package org.csoalliance.it.container;

import java.io.File;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The built archive, deployed once for all classes, with the tests put into its web module. */
@ArquillianSuiteDeployment
public class Deployments {
  private static final String WAR = "alliance-web.war";

  /**
   * The real archive: a second web module beside one with its own sign-in fails on both servers.
   */
  @Deployment
  public static EnterpriseArchive alliance() {
    EnterpriseArchive ear =
        ShrinkWrap.create(ZipImporter.class, "alliance.ear")
            .importFrom(new File(System.getProperty("alliance.it.ear")))
            .as(EnterpriseArchive.class);
    WebArchive war =
        ShrinkWrap.create(ZipImporter.class, WAR)
            .importFrom(ear.get(WAR).getAsset().openStream())
            .as(WebArchive.class)
            .addPackage(Deployments.class.getPackage());
    ear.delete(WAR);
    ear.addAsModule(Testable.archiveToTest(war));
    return ear;
  }
}

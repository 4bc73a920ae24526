package org.csoalliance.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import jakarta.persistence.Entity;

/** The laws of the house for pages and the interface. */
@AnalyzeClasses(packages = "org.csoalliance", importOptions = ImportOption.DoNotIncludeTests.class)
class WebArchitectureTest {
  private static final String WEB = "org.csoalliance.web..";

  @ArchTest
  static final ArchRule pagesKnowNoPersistence =
      noClasses()
          .that()
          .resideInAPackage(WEB)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "org.eclipse.persistence..")
          .because("what a page loads must be known before it renders: a service hands it over");

  @ArchTest
  static final ArchRule pagesKnowNoDatabase =
      noClasses()
          .that()
          .resideInAPackage(WEB)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..")
          .because("rows reach a page through the sharing policy of a service, and no other way");

  @ArchTest
  static final ArchRule pagesKnowNoEntitiesOrRepositories =
      noClasses()
          .that()
          .resideInAPackage(WEB)
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are entities or repositories",
                  c ->
                      c.isAnnotatedWith(Entity.class)
                          || (c.getPackageName().startsWith("org.csoalliance")
                              && c.getSimpleName().endsWith("Repository"))))
          .because("only records leave a service");

  @ArchTest
  static final ArchRule pagesHoldNoTransactions =
      noClasses()
          .that()
          .resideInAPackage(WEB)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.transaction..")
          .orShould()
          .beAnnotatedWith(Stateless.class)
          .because("a change of state is one method of one service, with its audit entry");

  @ArchTest
  static final ArchRule namedBeansAreShortLived =
      classes()
          .that()
          .resideInAPackage(WEB)
          .and()
          .areAnnotatedWith(Named.class)
          .should()
          .beAnnotatedWith(RequestScoped.class)
          .orShould()
          .beAnnotatedWith(ViewScoped.class)
          .orShould()
          .beAnnotatedWith(ApplicationScoped.class)
          .because("a page bean binds, calls one service and shows the answer; no session state");

  @ArchTest
  static final ArchRule nothingLivesInTheSession =
      noClasses()
          .that()
          .resideInAPackage(WEB)
          .should()
          .beAnnotatedWith(SessionScoped.class)
          .because("two tabs of one person must not write into each other");

  @ArchTest
  static final ArchRule viewScopeIsTheStandardOne =
      noClasses()
          .that()
          .resideInAPackage(WEB)
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are another ViewScoped",
                  (JavaClass c) ->
                      c.getSimpleName().equals("ViewScoped")
                          && !c.getName().equals(ViewScoped.class.getName())))
          .because("the view scope of OmniFaces rendered empty pages in an EAR on WildFly");
}

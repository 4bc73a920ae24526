package org.csoalliance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** The laws of the house for services; those of pages stand in the web module. */
@AnalyzeClasses(packages = "org.csoalliance", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String PLATFORM = "org.csoalliance.platform..";

  @ArchTest
  static final ArchRule platformImportsNoFeature =
      noClasses()
          .that()
          .resideInAPackage(PLATFORM)
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.csoalliance..")
                  .and(DescribedPredicate.not(resideInAPackage(PLATFORM)))
                  .and(DescribedPredicate.not(resideInAPackage("org.csoalliance"))))
          .because("the ground floor carries the features, and must stand without any of them");

  @ArchTest
  static final ArchRule featuresAreFreeOfCycles =
      slices()
          .matching("org.csoalliance.(*)..")
          .should()
          .beFreeOfCycles()
          .because("features that need each other can only be understood and changed together");

  @ArchTest
  static final ArchRule entitiesAndRepositoriesStayInTheirFeature =
      classes()
          .should(notUseInsidesOfOtherFeatures())
          .because(
              "a feature uses another by its services, records and events: its tables may change");

  @ArchTest
  static final ArchRule servicesKnowNothingOfTheWeb =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.faces..",
              "jakarta.servlet..",
              "jakarta.ws.rs..",
              "org.primefaces..",
              "org.omnifaces..",
              "org.csoalliance.web..")
          .because("the same services answer pages, programs, timers and imports");

  @ArchTest
  static final ArchRule entityManagerLivesInRepositories =
      noClasses()
          .that(
              DescribedPredicate.not(
                  simpleNameEndingWith("Repository")
                      .or(resideInAPackage("org.csoalliance.platform.audit.."))
                      .or(resideInAPackage("org.csoalliance.platform.mail.."))))
          .should()
          .dependOnClassesThat()
          .areAssignableTo(EntityManager.class)
          .because("queries are found, reviewed and counted at one place in each feature");

  /** A class named …Sql is a part that repositories share. */
  @ArchTest
  static final ArchRule sqlLivesInRepositories =
      noClasses()
          .that()
          .resideOutsideOfPackage(PLATFORM)
          .and()
          .haveNameNotMatching(".*(Repository|Sql)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..")
          .because("statements that run outside of a repository escape the sharing policy unseen");

  @ArchTest
  static final ArchRule onlyRecordsLeaveAService =
      noMethods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Stateless.class)
          .should(handOutEntities())
          .because(
              "an entity outside of its transaction loads late, shows too much and is changed");

  @ArchTest
  static final ArchRule everyServiceMethodSaysWhoMayCall =
      methods()
          .that()
          .arePublic()
          .and()
          .areNotStatic()
          .and()
          .areDeclaredInClassesThat(
              describe(
                  "are session beans",
                  c -> c.isAnnotatedWith(Stateless.class) || c.isAnnotatedWith(Singleton.class)))
          .should(sayWhoMayCall())
          .because(
              "the servers differ on methods without an annotation: one allows, the other denies");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils)")
          .because("such a name says how a class came to be and not what it is for");

  @ArchTest
  static final ArchRule eventsCarryAnId =
      classes()
          .that()
          .resideInAPackage("org.csoalliance.incident")
          .and()
          .haveNameMatching(".*(Confirmed|Judged|Withdrawn)")
          .should()
          .beRecords()
          .because(
              "an event is in the past tense and carries an id; observers read what is so now");

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.csoalliance.platform.time..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because(
              "a test moves the injected " + Clock.class.getSimpleName() + " and nothing else");

  @ArchTest
  static final ArchRule timesAreInstants =
      noFieldsOfOldTime()
          .because("times are Instant in UTC; a local time keeps its zone or offset");

  private static ArchRule noFieldsOfOldTime() {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .should()
        .notHaveRawType("java.util.Date")
        .andShould()
        .notHaveRawType("java.sql.Timestamp")
        .andShould()
        .notHaveRawType(LocalDateTime.class);
  }

  /** The first word of the package below org.csoalliance; empty above. */
  private static String feature(JavaClass c) {
    String rest = c.getPackageName().replaceFirst("^org\\.csoalliance\\.?", "");
    return rest.equals(c.getPackageName()) ? "" : rest.split("\\.")[0];
  }

  private static ArchCondition<JavaClass> notUseInsidesOfOtherFeatures() {
    DescribedPredicate<JavaClass> insides =
        describe(
            "entities or repositories",
            c -> c.isAnnotatedWith(Entity.class) || c.getSimpleName().endsWith("Repository"));
    return new ArchCondition<>("not use entities or repositories of other features") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass();
          if (insides.test(target)
              && target.getPackageName().startsWith("org.csoalliance")
              && !feature(target).equals("platform")
              && !feature(target).equals(feature(origin))) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static ArchCondition<JavaMethod> handOutEntities() {
    return new ArchCondition<>("hand out entities") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        JavaType returned = method.getReturnType();
        boolean entity =
            returned.getAllInvolvedRawTypes().stream()
                .anyMatch(type -> type.isAnnotatedWith(Entity.class));
        events.add(new SimpleConditionEvent(method, entity, method.getFullName()));
      }
    };
  }

  private static ArchCondition<JavaMethod> sayWhoMayCall() {
    return new ArchCondition<>("say who may call, themselves or by their class") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean said = false;
        for (var annotation :
            java.util.List.of(RolesAllowed.class, PermitAll.class, DenyAll.class)) {
          said |=
              method.isAnnotatedWith(annotation) || method.getOwner().isAnnotatedWith(annotation);
        }
        if (!said && !method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
          events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not say"));
        }
      }
    };
  }
}

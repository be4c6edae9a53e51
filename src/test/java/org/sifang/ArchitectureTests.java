package org.sifang;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** How the house is built: where a class may live and whom it may know. */
@AnalyzeClasses(packages = "org.sifang", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final DescribedPredicate<JavaClass> CONTROLLERS = DescribedPredicate.or(
                    metaAnnotatedWith(Controller.class), metaAnnotatedWith(ControllerAdvice.class))
            .<JavaClass>forSubtype()
            .as("controllers");

    private static final DescribedPredicate<JavaClass> SERVICE_TASKS =
            assignableTo("org.camunda.bpm.engine.delegate.JavaDelegate").as("carried out by a service task");

    @ArchTest
    static final ArchRule theEngineIsKnownAtItsEdgesOnly = noClasses()
            .that()
            .resideOutsideOfPackages("org.sifang.engine", "org.sifang.*.process")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("then changing to another engine stays a rename");

    @ArchTest
    static final ArchRule aPackageIsACapabilityAndASubPackageAnEdge = classes()
            .should()
            .resideInAnyPackage("org.sifang", "org.sifang.*", "org.sifang.*.process", "org.sifang.*.web")
            .because("below a capability there are only the engine's edge and the users'");

    @ArchTest
    static final ArchRule packagesSayWhatTheHouseDoes = noClasses()
            .should()
            .resideInAnyPackage("..service", "..impl", "..dto", "..util", "..common", "..model")
            .because("a package says what the house does, not of what sort its classes are");

    @ArchTest
    static final ArchRule namesSayWhatAClassDoes = noClasses()
            .should()
            .haveNameMatching(".*(Delegate|Impl|Manager|Helper|Utils?|Service|Dto|Bean)")
            .because("such a name fits everything");

    @ArchTest
    static final ArchRule whatMayBeAbsentSaysSo = classes()
            .that()
            .areTopLevelClasses()
            .and(are(DescribedPredicate.<JavaClass>describe(
                    "in a package that is not @NullMarked",
                    type -> !type.getPackage().isAnnotatedWith(NullMarked.class))))
            .should()
            .beAnnotatedWith(NullMarked.class);

    @ArchTest
    static final ArchRule controllersLiveAtTheEdge = classes()
            .that(are(CONTROLLERS))
            .should()
            .resideInAPackage("org.sifang.*.web")
            .andShould()
            .notBePublic();

    @ArchTest
    static final ArchRule controllersOpenNoTransaction =
            noClasses().that(are(CONTROLLERS)).should().beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule controllerMethodsOpenNoTransaction = noMethods()
            .that()
            .areDeclaredInClassesThat(are(CONTROLLERS))
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("a transaction is as long as a business verb, not as long as a page");

    @ArchTest
    static final ArchRule controllersAskTheirCapability = noClasses()
            .that(are(CONTROLLERS))
            .should()
            .dependOnClassesThat(are(assignableTo(JdbcClient.class).or(assignableTo(JdbcOperations.class))))
            .because("a page shows what the capability answers");

    @ArchTest
    static final ArchRule aServiceTaskReadsCallsAndWrites = noClasses()
            .that(are(SERVICE_TASKS))
            .should()
            .dependOnClassesThat(are(assignableTo(JdbcClient.class)
                    .or(assignableTo(JdbcOperations.class))
                    .or(assignableTo("org.camunda.bpm.engine.RuntimeService"))
                    .or(assignableTo("org.camunda.bpm.engine.TaskService"))))
            .because("what happens is decided in the domain or in a decision table")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule aServiceTaskIsKnownToTheModelOnly =
            classes().that(are(SERVICE_TASKS)).should().notBePublic().allowEmptyShould(true);
}

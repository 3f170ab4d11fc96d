package org.newsweft.jobs;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.DataFrameWriterV2;

/** The house rules of docs/architecture.md. */
@AnalyzeClasses(
        packages = "org.newsweft",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutTestJar.class})
class ArchitectureTest {
    /** The test support of common comes as a jar once the build has packaged it. */
    static final class WithoutTestJar implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule textKnowsNothingOfSparkOrOfUs = noClasses()
            .that()
            .resideInAPackage("org.newsweft.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.spark..",
                    "org.apache.hadoop..",
                    "org.newsweft.table..",
                    "org.newsweft.measure..",
                    "org.newsweft.store..",
                    "org.newsweft.corpus..",
                    "org.newsweft.jobs..")
            .because("text functions are tested in milliseconds and run anywhere");

    @ArchTest
    static final ArchRule tablesKnowNothingOfStoreAndJobs = noClasses()
            .that()
            .resideInAPackage("org.newsweft.table..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.newsweft.store..", "org.newsweft.corpus..", "org.newsweft.jobs..", "org.newsweft.text..")
            .because("imports go one way: jobs, corpus, store, table");

    @ArchTest
    static final ArchRule theStoreKnowsNothingOfJobs = noClasses()
            .that()
            .resideInAPackage("org.newsweft.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.newsweft.jobs..", "org.newsweft.corpus..")
            .because("imports go one way: jobs, corpus, store, table");

    @ArchTest
    static final ArchRule jobsDoNotImportEachOther = slices().matching("org.newsweft.jobs.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage("org.newsweft.jobs.command.."), alwaysTrue())
            .ignoreDependency(alwaysTrue(), resideInAPackage("org.newsweft.jobs.engine.."))
            .because("each job answers one question; what two of them need belongs into common");

    @ArchTest
    static final ArchRule noRoomLeadsBackToItself = slices().matching("org.newsweft.(**)")
            .should()
            .beFreeOfCycles()
            .because("a circle is one room with walls in it");

    @ArchTest
    static final ArchRule onlyTheStoreReadsAndWrites = noClasses()
            .that()
            .resideOutsideOfPackages("org.newsweft.store..", "org.newsweft.corpus..")
            .and()
            .resideOutsideOfPackage("org.newsweft.jobs.train..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(DataFrameReader.class, DataFrameWriter.class, DataFrameWriterV2.class)
            .because("where tables live is decided in one place: use Warehouse.read, append and replaceAll");

    @ArchTest
    static void roomsAreSmall(JavaClasses classes) {
        Map<String, Long> files = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(groupingBy(JavaClass::getPackageName, counting()));
        // A newcomer reads the names of 30 files, not of 60.
        assertThat(files).allSatisfy((room, size) -> assertThat(size).as(room).isLessThanOrEqualTo(30));
    }

    @ArchTest
    static final ArchRule datesComeAsText = noClasses()
            .that()
            // Evaluations run beside a cluster, and what runs in executors gets the options from Spark.
            .resideOutsideOfPackages("org.newsweft.jobs.evaluate..", "org.newsweft.jobs.trends..")
            .should()
            .callMethod(org.apache.spark.sql.Row.class, "getDate", int.class)
            .because(
                    "Spark makes a date object with what a JVM without --add-opens keeps to itself: cast it to string");

    @ArchTest
    static final ArchRule nothingStaticChanges = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.newsweft..")
            .should()
            .beFinal()
            .because("executors share classes: state belongs to an object");
}

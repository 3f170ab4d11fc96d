package org.newsweft.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
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
                    "org.newsweft.jobs..")
            .because("text functions are tested in milliseconds and run anywhere");

    @ArchTest
    static final ArchRule tablesKnowNothingOfStoreAndJobs = noClasses()
            .that()
            .resideInAPackage("org.newsweft.table..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.newsweft.store..", "org.newsweft.jobs..", "org.newsweft.text..")
            .because("imports go one way: jobs, store, table");

    @ArchTest
    static final ArchRule theStoreKnowsNothingOfJobs = noClasses()
            .that()
            .resideInAPackage("org.newsweft.store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.newsweft.jobs..")
            .because("imports go one way: jobs, store, table");

    @ArchTest
    static final ArchRule jobsDoNotImportEachOther = slices().matching("org.newsweft.jobs.(*)..")
            .should()
            .notDependOnEachOther()
            .because("each job answers one question; what two of them need belongs into common");

    @ArchTest
    static final ArchRule onlyTheStoreReadsAndWrites = noClasses()
            .that()
            .resideOutsideOfPackage("org.newsweft.store..")
            .and()
            .resideOutsideOfPackage("org.newsweft.jobs.train..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(DataFrameReader.class, DataFrameWriter.class, DataFrameWriterV2.class)
            .because("where tables live is decided in one place: use Warehouse.read, append and replaceAll");

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

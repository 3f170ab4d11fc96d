package org.newsweft.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.IcebergBuild;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsweft.jobs.engine.Platform.Found;

/** Which Sparks and Icebergs are refused, and that what the build brings is not. */
class PlatformTest {
    @Test
    void whatTheBuildBringsIsWhatIsAskedFor() {
        assertThat(org.apache.spark.package$.MODULE$.SPARK_VERSION()).startsWith(Platform.SPARK + ".");
        assertThat(IcebergBuild.version()).isEqualTo(Platform.ICEBERG);
        assertThat(Platform.iceberg())
                .hasValueSatisfying(found -> assertThat(found.version()).isEqualTo(Platform.ICEBERG));
        assertThat(Platform.refusal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.5.7", "4.0.1", "4.2.0", "4.10.0"})
    void anotherSparkIsRefused(String version) {
        assertThat(Platform.spark(Optional.of(new Found(version, "file:/opt/spark/jars/spark-core.jar"))))
                .hasValueSatisfying(line -> assertThat(line)
                        .contains(version, "/opt/spark/jars", "Spark 4.1")
                        .hasLineCount(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.1.0", "4.1.3", "4.1.0-amzn-0"})
    void everyReleaseOfItsLineIsTaken(String version) {
        assertThat(Platform.spark(Optional.of(new Found(version, "file:/opt/spark/jars/spark-core.jar"))))
                .isEmpty();
    }

    @Test
    void aSparkThatDoesNotSayItsVersionIsTaken() {
        assertThat(Platform.spark(Optional.empty())).isEmpty();
        assertThat(Platform.iceberg(Optional.empty(), "an executor")).isEmpty();
    }

    @Test
    void sparkConnectIsRefusedHoweverItIsAskedFor() {
        assertThat(Platform.connect(Map.of("SPARK_REMOTE", "sc://host"), name -> null))
                .hasValueSatisfying(line -> assertThat(line).contains("SPARK_REMOTE", "--master"));
        assertThat(Platform.connect(Map.of(), Map.of("spark.remote", "sc://host")::get))
                .isPresent();
        assertThat(Platform.connect(Map.of(), Map.of("spark.api.mode", "Connect")::get))
                .isPresent();
        assertThat(Platform.connect(Map.of(), Map.of("spark.api.mode", "classic", "spark.master", "yarn")::get))
                .isEmpty();
    }

    @Test
    void aForeignIcebergIsRefusedAndNamed() {
        assertThat(Platform.iceberg(
                        Optional.of(new Found("1.9.2", "file:/opt/spark/jars/iceberg.jar")), "an executor on host1"))
                .hasValueSatisfying(line -> assertThat(line)
                        .contains("an executor on host1", "1.9.2", "/opt/spark/jars/iceberg.jar", Platform.ICEBERG)
                        .hasLineCount(1));
    }

    @Test
    void theSameIcebergIsTakenFromElsewhereButNotForAnotherSpark() {
        String jar = "file:/opt/spark/jars/iceberg-spark-runtime-%s_2.13-%s.jar";
        assertThat(Platform.iceberg(found(jar.formatted("4.1", Platform.ICEBERG)), "the driver"))
                .isEmpty();
        assertThat(Platform.iceberg(found(jar.formatted("4.0", Platform.ICEBERG)), "the driver"))
                .isPresent();
    }

    private static Optional<Found> found(String place) {
        return Optional.of(new Found(Platform.ICEBERG, place));
    }
}

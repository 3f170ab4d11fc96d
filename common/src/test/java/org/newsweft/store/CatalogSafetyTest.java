package org.newsweft.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.iceberg.spark.SparkCatalog;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.testing.SparkTest;

/** Which catalogs are refused where. Nothing here speaks to a store: it is refused before. */
class CatalogSafetyTest extends SparkTest {
    private static final String CATALOG = "spark.sql.catalog.newsweft";

    @ParameterizedTest
    @ValueSource(strings = {"s3", "s3a", "gs", "abfs", "abfss", "wasb", "wasbs", "oss"})
    void foldersOnAnObjectStoreAreNoCatalog(String scheme) {
        assertThat(CatalogSafety.refusal(true, scheme, false))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .contains(scheme + "://", "JDBC or REST", "spark.newsweft.unsafe-catalog=true")
                        .hasLineCount(1));
        assertThat(CatalogSafety.refusal(true, scheme, true)).isEmpty();
        assertThat(CatalogSafety.refusal(false, scheme, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "hdfs", "viewfs", "ofs"})
    void foldersOnAFileSystemAre(String scheme) {
        assertThat(CatalogSafety.refusal(true, scheme, false)).isEmpty();
    }

    @Test
    void aWarehouseOnAnObjectStoreIsNotOpenedWithTheDefaultCatalog() {
        assertThatThrownBy(() -> Warehouse.open(session(), "s3a://bucket/warehouse"))
                .isInstanceOfSatisfying(
                        RunFailure.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.USAGE));
    }

    @Test
    void theUsersOwnCatalogIsLookedAtWhereItsFoldersAre() {
        SparkSession elsewhere = session();
        elsewhere.conf().set(CATALOG, SparkCatalog.class.getName());
        elsewhere.conf().set(CATALOG + ".type", "hadoop");
        elsewhere.conf().set(CATALOG + ".warehouse", "gs://bucket/lake");

        assertThatThrownBy(() -> CatalogSafety.demand(elsewhere, "/data/warehouse"))
                .hasMessageContaining("gs://");

        elsewhere.conf().set(CATALOG + ".warehouse", "hdfs://host/lake");
        CatalogSafety.demand(elsewhere, "s3a://bucket/warehouse");

        elsewhere.conf().set(CATALOG + ".type", "jdbc");
        elsewhere.conf().set(CATALOG + ".warehouse", "s3a://bucket/lake");
        CatalogSafety.demand(elsewhere, "s3a://bucket/warehouse");
    }

    @Test
    void whoSaysSoGetsIt() {
        SparkSession daring = session();
        daring.conf().set(CatalogSafety.ALLOWED, "true");

        CatalogSafety.demand(daring, "s3a://bucket/warehouse");
    }

    /** Settings of one test are none of another's. */
    private SparkSession session() {
        return spark().newSession();
    }
}

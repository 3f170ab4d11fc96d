package org.newsweft.store;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.newsweft.store.RunFailure.Kind;

/**
 * Whether the catalog keeps what it acknowledged. A Hadoop catalog commits by renaming a file to the name of the next
 * version, which must fail if the name is taken. A file system does that; an object store copies and overwrites, so of two
 * writers who both were told "done" one has lost its rows.
 */
final class CatalogSafety {
    /** Where "rename" copies, and puts what it copied over whatever is there. */
    private static final Set<String> OBJECT_STORES =
            Set.of("s3", "s3a", "s3n", "gs", "abfs", "abfss", "wasb", "wasbs", "oss", "cosn", "obs");

    /** Says that the user knows and wants it all the same. Spark hands on only what begins with "spark.". */
    static final String ALLOWED = "spark.newsweft.unsafe-catalog";

    private CatalogSafety() {}

    /**
     * Demands that the catalog this session would use for a warehouse is safe where it is.
     *
     * @throws RunFailure of kind {@link Kind#USAGE} if it is not, and the user has not said to use it anyway
     */
    static void demand(SparkSession spark, String location) {
        Objects.requireNonNull(location, "location is null");
        String catalog = "spark.sql.catalog." + Warehouse.CATALOG;
        boolean isOurs = conf(spark, catalog).isEmpty();
        // Iceberg takes what says no type and names no class for a Hive catalog.
        boolean isHadoop = isOurs
                || "hadoop".equalsIgnoreCase(conf(spark, catalog + ".type").orElse(""));
        String lake = isOurs ? location : conf(spark, catalog + ".warehouse").orElse(location);
        boolean isAllowed = Boolean.parseBoolean(conf(spark, ALLOWED).orElse("false"));
        refusal(isHadoop, scheme(spark, lake), isAllowed).ifPresent(reason -> {
            throw new RunFailure(Kind.USAGE, reason);
        });
    }

    /**
     * The reason why a catalog must not be used; none if it may.
     *
     * @param isHadoop true if it is a catalog of folders
     * @param scheme what kind of file system its folder is on
     * @param isAllowed true if the user takes the risk
     */
    static Optional<String> refusal(boolean isHadoop, String scheme, boolean isAllowed) {
        if (!isHadoop || isAllowed || !OBJECT_STORES.contains(scheme.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return Optional.of(
                ("a Hadoop catalog on %s:// loses commits of two writers, for a rename there overwrites: name a JDBC or REST catalog"
                                + " (--conf spark.sql.catalog.newsweft=org.apache.iceberg.spark.SparkCatalog and its properties, see docs/cluster.md),"
                                + " or take the risk with --conf %s=true")
                        .formatted(scheme, ALLOWED));
    }

    private static Optional<String> conf(SparkSession spark, String key) {
        return scala.jdk.javaapi.OptionConverters.toJava(spark.conf().getOption(key));
    }

    private static String scheme(SparkSession spark, String address) {
        String own = new Path(address).toUri().getScheme();
        String scheme = own == null
                ? FileSystem.getDefaultUri(spark.sessionState().newHadoopConf()).getScheme()
                : own;
        return scheme == null ? "file" : scheme;
    }
}

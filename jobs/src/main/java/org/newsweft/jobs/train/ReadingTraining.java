package org.newsweft.jobs.train;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.text.reading.BodyExamples;
import org.newsweft.text.reading.DocumentReader;
import org.newsweft.text.reading.RawDocument;
import org.newsweft.text.reading.ReadingSettings;

/**
 * Learns the body classifier of {@code org.newsweft.text.reading} with MLlib's logistic regression.
 *
 * <p>Input: a folder with the pages described in {@code docs/models/body-classifier.md}. With a second argument, the
 * weights learnt from all pages are written there ({@code feature<TAB>weight}); without, five models are learnt, each
 * without a fifth of the registered domains, and measured on the pages of these.
 *
 * <p>Example: {@code java -cp ... org.newsweft.jobs.train.ReadingTraining DATA body-weights.tsv}
 */
public final class ReadingTraining {
    private static final int FOLDS = 5;
    private static final int NO_FOLD = -1;

    /** L2 penalty on standardised features: chosen among four by cross-validation. */
    private static final double PENALTY = 3e-4;

    private static final int MAX_ITERATIONS = 200;

    private static final StructType EXAMPLES = new StructType()
            .add("label", DataTypes.DoubleType, false)
            .add("weight", DataTypes.DoubleType, false)
            .add("features", SQLDataTypes.VectorType(), false);

    private final SparkSession spark;
    private final List<TrainingPage> pages;
    private final PrintStream out;

    private ReadingTraining(SparkSession spark, List<TrainingPage> pages, PrintStream out) {
        this.spark = spark;
        this.pages = pages;
        this.out = out;
    }

    /** Trains or measures, see the class comment. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: ReadingTraining DATA [WEIGHTS]");
            System.exit(2);
        }
        // One thread and one partition: sums in one order, the same weights every time.
        try (SparkSession spark = SparkSession.builder()
                .appName("newsweft reading training")
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .getOrCreate()) {
            ReadingTraining training =
                    new ReadingTraining(spark, TrainingPage.load(spark, Path.of(arguments[0])), System.out);
            if (arguments.length == 2) {
                Files.write(Path.of(arguments[1]), training.weights(NO_FOLD));
            } else {
                training.crossValidate();
            }
        }
    }

    private void crossValidate() {
        PageScores scores = new PageScores();
        for (int fold = 0; fold < FOLDS; fold++) {
            DocumentReader reader = DocumentReader.withBodyWeights(weights(fold));
            ReadingSettings settings = new ReadingSettings(false, LocalDate.EPOCH);
            for (TrainingPage page : pages) {
                if (page.isGold() && fold(page.url()) == fold) {
                    RawDocument document =
                            new RawDocument(page.id(), page.url(), null, page.text(), null, null, null, null);
                    scores.add(page.field(), reader.read(document, settings).text(), page.body());
                }
            }
        }
        scores.print(out);
    }

    /** The table of weights learnt from all pages but those of one fold. */
    private List<String> weights(int foldLeftOut) {
        LogisticRegressionModel model = new LogisticRegression()
                .setWeightCol("weight")
                .setRegParam(PENALTY)
                .setElasticNetParam(0)
                .setMaxIter(MAX_ITERATIONS)
                .setTol(1e-7)
                .fit(examples(foldLeftOut));
        List<String> names = BodyExamples.featureNames();
        List<String> lines = new ArrayList<>();
        lines.add("feature\tweight");
        lines.add(line("BIAS", model.intercept()));
        for (int i = 0; i < names.size(); i++) {
            lines.add(line(names.get(i), model.coefficients().apply(i)));
        }
        return lines;
    }

    private static String line(String feature, double weight) {
        return String.format(Locale.ROOT, "%s\t%.6f", feature, weight);
    }

    private Dataset<Row> examples(int foldLeftOut) {
        BodyExamples features = BodyExamples.load();
        List<Row> examples = new ArrayList<>();
        for (TrainingPage page : pages) {
            if (fold(page.url()) != foldLeftOut) {
                features.forEachExample(
                        page.text(),
                        page.url(),
                        page.body(),
                        page.kept(),
                        page.dropped(),
                        (values, isBody, weight) -> examples.add(RowFactory.create(
                                isBody ? 1.0 : 0.0, weight * page.trust(), Vectors.dense(values.clone()))));
            }
        }
        // Without the checkpoint every iteration would ship all examples along with its task.
        return spark.createDataFrame(examples, EXAMPLES).coalesce(1).localCheckpoint();
    }

    /** The fold of a page's registered domain, so that no outlet is on both sides. */
    private static int fold(String url) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("cv|" + TrainingPage.domain(url)).getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).mod(BigInteger.valueOf(FOLDS)).intValue();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

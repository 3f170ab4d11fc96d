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
import java.util.Map;
import java.util.TreeMap;
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
import org.newsweft.text.TextOverlap;
import org.newsweft.text.reading.DocumentReader;
import org.newsweft.text.reading.RawDocument;
import org.newsweft.text.reading.ReadingSettings;
import org.newsweft.text.reading.body.BodyExamples;
import org.newsweft.text.reading.body.TitleExamples;

/**
 * Learns the classifiers of {@code org.newsweft.text.reading}, for bodies and for headlines, with MLlib's logistic
 * regression.
 *
 * <p>Input: which of the two, and a folder with the pages described in {@code docs/models/body-classifier.md}. With a
 * third argument, the weights learnt from all pages are written there ({@code feature<TAB>weight}); without, five models
 * are learnt, each without a fifth of the registered domains, and measured on the pages of these.
 *
 * <p>Example: {@code java -cp ... org.newsweft.jobs.train.ReadingTraining body DATA body-weights.tsv}
 */
public final class ReadingTraining {
    private static final int FOLDS = 5;
    private static final int NO_FOLD = -1;

    /** L2 penalty on standardised features: chosen among four by cross-validation. */
    private static final double BODY_PENALTY = 3e-4;

    /** Of the headline classifier, which has a hundredth of the examples: chosen among three likewise. */
    private static final double TITLE_PENALTY = 3e-3;

    private static final int MAX_ITERATIONS = 200;

    private static final ReadingSettings SETTINGS = new ReadingSettings(false, LocalDate.EPOCH);

    private static final StructType EXAMPLES = new StructType()
            .add("label", DataTypes.DoubleType, false)
            .add("weight", DataTypes.DoubleType, false)
            .add("features", SQLDataTypes.VectorType(), false);

    private final SparkSession spark;
    private final List<TrainingPage> pages;

    private ReadingTraining(SparkSession spark, List<TrainingPage> pages) {
        this.spark = spark;
        this.pages = pages;
    }

    /** Trains or measures, see the class comment. */
    public static void main(String[] arguments) throws IOException {
        boolean titles = arguments.length > 0 && arguments[0].equals("title");
        if (arguments.length < 2 || arguments.length > 3 || !(titles || arguments[0].equals("body"))) {
            System.err.println("usage: ReadingTraining body|title DATA [WEIGHTS]");
            System.exit(2);
        }
        // One thread and one partition: sums in one order, the same weights every time.
        try (SparkSession spark = SparkSession.builder()
                .appName("newsweft reading training")
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .getOrCreate()) {
            ReadingTraining training = new ReadingTraining(spark, TrainingPage.load(spark, Path.of(arguments[1])));
            if (arguments.length == 3) {
                Files.write(
                        Path.of(arguments[2]), titles ? training.titleWeights(NO_FOLD) : training.bodyWeights(NO_FOLD));
            } else if (titles) {
                training.crossValidateTitles(System.out);
            } else {
                training.crossValidateBodies(System.out);
            }
        }
    }

    private void crossValidateBodies(PrintStream out) {
        PageScores scores = new PageScores();
        for (int fold = 0; fold < FOLDS; fold++) {
            DocumentReader reader = DocumentReader.withBodyWeights(bodyWeights(fold));
            for (TrainingPage page : pages) {
                if (page.isGold() && fold(page.url()) == fold) {
                    scores.add(
                            page.field(), reader.read(document(page), SETTINGS).text(), page.body());
                }
            }
        }
        scores.print(out);
    }

    private void crossValidateTitles(PrintStream out) {
        Map<String, List<Boolean>> exact = new TreeMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            DocumentReader reader = DocumentReader.withTitleWeights(titleWeights(fold));
            for (TrainingPage page : pages) {
                if (hasTitle(page) && fold(page.url()) == fold) {
                    String title = reader.read(document(page), SETTINGS).title();
                    exact.computeIfAbsent(page.field(), field -> new ArrayList<>())
                            .add(TextOverlap.words(page.title()).equals(TextOverlap.words(title)));
                }
            }
        }
        exact.forEach((field, found) -> out.printf(
                Locale.ROOT,
                "%s: %d pages, headline exact %.4f%n",
                field,
                found.size(),
                found.stream().mapToInt(right -> right ? 1 : 0).average().orElse(0)));
    }

    private static RawDocument document(TrainingPage page) {
        return new RawDocument(page.id(), page.url(), null, page.text(), null, null, null, null);
    }

    private static boolean hasTitle(TrainingPage page) {
        return page.title() != null && !page.title().isBlank();
    }

    /** The table of weights of the body classifier, learnt from all pages but those of one fold. */
    private List<String> bodyWeights(int foldLeftOut) {
        BodyExamples features = BodyExamples.load();
        List<Row> examples = new ArrayList<>();
        for (TrainingPage page : pages) {
            if (page.trust() > 0 && fold(page.url()) != foldLeftOut) {
                features.forEachExample(
                        page.text(),
                        page.url(),
                        page.body(),
                        page.kept(),
                        page.dropped(),
                        (values, isBody, weight) -> examples.add(example(values, isBody, weight * page.trust())));
            }
        }
        return weights(examples, BodyExamples.featureNames(), BODY_PENALTY);
    }

    /** The table of weights of the headline classifier, learnt from all pages but those of one fold. */
    private List<String> titleWeights(int foldLeftOut) {
        TitleExamples features = TitleExamples.load();
        List<Row> examples = new ArrayList<>();
        for (TrainingPage page : pages) {
            if (hasTitle(page) && fold(page.url()) != foldLeftOut) {
                features.forEachExample(
                        page.text(),
                        page.url(),
                        page.title(),
                        (values, isTitle) -> examples.add(example(values, isTitle, 1)));
            }
        }
        return weights(examples, TitleExamples.featureNames(), TITLE_PENALTY);
    }

    private static Row example(double[] values, boolean isPositive, double weight) {
        return RowFactory.create(isPositive ? 1.0 : 0.0, weight, Vectors.dense(values.clone()));
    }

    private List<String> weights(List<Row> examples, List<String> names, double penalty) {
        LogisticRegressionModel model = new LogisticRegression()
                .setWeightCol("weight")
                .setRegParam(penalty)
                .setElasticNetParam(0)
                .setMaxIter(MAX_ITERATIONS)
                .setTol(1e-7)
                .fit(frame(examples));
        List<String> lines = new ArrayList<>();
        lines.add("feature\tweight");
        lines.add(line("BIAS", model.intercept()));
        for (int i = 0; i < names.size(); i++) {
            lines.add(line(names.get(i), model.coefficients().apply(i)));
        }
        return lines;
    }

    private Dataset<Row> frame(List<Row> examples) {
        // Without the checkpoint every iteration would ship all examples along with its task.
        return spark.createDataFrame(examples, EXAMPLES).coalesce(1).localCheckpoint();
    }

    private static String line(String feature, double weight) {
        return String.format(Locale.ROOT, "%s\t%.6f", feature, weight);
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

package org.newsweft.jobs.train;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.statistics.ClassAgreement;
import org.newsweft.text.tone.ToneExamples;

/**
 * The tone of a sentence: linear regression on the mean ratings of the NYT sentences, mixed half and half with what a
 * teacher says that did not see the article, and on other sentences rated by the teacher.
 */
final class SentenceToneTraining {
    private static final double RATED_WEIGHT = 3;
    private static final double SOFT_WEIGHT = 2;
    private static final double GOLD_SHARE = 0.5;

    /** L2 penalty on the features as they are: chosen on the articles held out. */
    private static final double PENALTY = 1e-3;

    private static final int MAX_ITERATIONS = 200;
    private static final int FOLDS = 5;

    private static final double NEUTRAL = 0.5;
    private static final double CUT_STEP = 0.05;

    private static final StructType EXAMPLES = new StructType()
            .add("label", DataTypes.DoubleType, false)
            .add("weight", DataTypes.DoubleType, false)
            .add("features", SQLDataTypes.VectorType(), false);

    /** A sentence: its vector, its mean rating or null, what the teacher rates it or null, its article. */
    private record Rated(Vector vector, Double rating, Double taught, String article) {
        double wanted() {
            if (rating == null) {
                return taught;
            }
            return taught == null ? rating : GOLD_SHARE * rating + (1 - GOLD_SHARE) * taught;
        }
    }

    private final SparkSession spark;
    private final List<Rated> rated = new ArrayList<>();
    private final List<Rated> soft = new ArrayList<>();

    SentenceToneTraining(SparkSession spark, ToneExamples examples, Path data) {
        this.spark = spark;
        for (Row row : spark.read()
                .json(data.resolve("soft_sentences.jsonl.gz").toString())
                .collectAsList()) {
            Vector vector = SparseRow.of(
                    ToneExamples.SENTENCE_SIZE, consumer -> examples.sentence(row.getAs("text"), consumer));
            Double rating = row.getAs("gold");
            Double taught = row.getAs(rating == null ? "teacher" : "teacher_oof");
            (rating == null ? soft : rated).add(new Rated(vector, rating, taught, row.getAs("doc")));
        }
    }

    /** Learns from all sentences and writes the weights. */
    void write(Path file) throws IOException {
        LinearRegressionModel model = fit(rated, soft);
        double[][] coefficients = new double[ToneExamples.SENTENCE_SIZE][1];
        double[] learnt = model.coefficients().toArray();
        for (int place = 0; place < learnt.length; place++) {
            coefficients[place][0] = learnt[place];
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            ToneExamples.write(out, coefficients, new double[] {model.intercept()});
        }
    }

    /**
     * Learns without a fifth of the rated articles and measures on them, five times; once from ratings alone, and once
     * with the teacher, which for other sentences had seen the ratings of all articles.
     */
    void measure(PrintStream out) {
        List<Rated> plain = rated.stream()
                .map(one -> new Rated(one.vector(), one.rating(), null, one.article()))
                .toList();
        report(out, "ratings alone", plain, List.of());
        report(out, "ratings and teacher", rated, soft);
    }

    private void report(PrintStream out, String name, List<Rated> sentences, List<Rated> more) {
        double[] told = new double[sentences.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Rated> learnt = new ArrayList<>();
            for (Rated one : sentences) {
                if (ToneTraining.part(one.article(), FOLDS) != fold) {
                    learnt.add(one);
                }
            }
            LinearRegressionModel model = fit(learnt, more);
            for (int i = 0; i < told.length; i++) {
                if (ToneTraining.part(sentences.get(i).article(), FOLDS) == fold) {
                    told[i] = model.predict(sentences.get(i).vector());
                }
            }
        }
        double[] ratings = sentences.stream().mapToDouble(Rated::rating).toArray();
        out.printf(
                Locale.ROOT,
                "of a sentence, %s, articles held out: r %.4f, by article %.4f%n",
                name,
                new PearsonsCorrelation().correlation(told, ratings),
                new PearsonsCorrelation().correlation(byArticle(sentences, told), byArticle(sentences, ratings)));
        reportCuts(out, told, ratings);
    }

    /** The cuts of the labels with the best macro-F1; a mean rating within half a point of zero is neutral. */
    private static void reportCuts(PrintStream out, double[] told, double[] ratings) {
        ClassAgreement best = new ClassAgreement(3);
        double negativeBelow = 0;
        double positiveAbove = 0;
        for (double low = -1; low < 0; low += CUT_STEP) {
            for (double high = low + CUT_STEP; high < 1; high += CUT_STEP) {
                ClassAgreement agreement = new ClassAgreement(3);
                for (int i = 0; i < told.length; i++) {
                    agreement.add(side(ratings[i], -NEUTRAL, NEUTRAL), side(told[i], low, high));
                }
                if (agreement.macroF1() > best.macroF1()) {
                    best = agreement;
                    negativeBelow = low;
                    positiveAbove = high;
                }
            }
        }
        out.printf(
                Locale.ROOT,
                "  best cuts: ratings below %.2f and above %.2f, accuracy %.4f, macro-F1 %.4f%n",
                negativeBelow,
                positiveAbove,
                best.accuracy(),
                best.macroF1());
    }

    private static int side(double rating, double low, double high) {
        if (rating < low) {
            return 0;
        }
        return rating > high ? 2 : 1;
    }

    private static double[] byArticle(List<Rated> sentences, double[] values) {
        Map<String, List<Double>> of = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            of.computeIfAbsent(sentences.get(i).article(), article -> new ArrayList<>())
                    .add(values[i]);
        }
        return of.values().stream()
                .mapToDouble(list ->
                        list.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .toArray();
    }

    private LinearRegressionModel fit(List<Rated> sentences, List<Rated> more) {
        List<Row> rows = new ArrayList<>();
        sentences.forEach(one -> rows.add(RowFactory.create(one.wanted(), RATED_WEIGHT, one.vector())));
        more.forEach(one -> rows.add(RowFactory.create(one.wanted(), SOFT_WEIGHT, one.vector())));
        return new LinearRegression()
                .setSolver("l-bfgs")
                .setWeightCol("weight")
                .setRegParam(PENALTY)
                .setElasticNetParam(0)
                .setStandardization(false)
                .setMaxIter(MAX_ITERATIONS)
                .fit(spark.createDataFrame(rows, EXAMPLES).coalesce(1).localCheckpoint());
    }
}

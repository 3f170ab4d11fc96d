package org.newsweft.jobs.train;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.statistics.ClassAgreement;
import org.newsweft.text.Span;
import org.newsweft.text.tone.ToneExamples;

/**
 * The tone toward a name: multinomial logistic regression on gold labels, mixed half and half with what a teacher says
 * that did not see the article, and on other names judged by the teacher. An example that is not sure of its class is
 * given once for each class, weighted by the probability of it.
 */
final class TargetToneTraining {
    private static final List<String> CLASSES = List.of("neg", "neu", "pos");
    private static final double GOLD_WEIGHT = 2;
    private static final double SOFT_WEIGHT = 0.5;
    private static final double GOLD_SHARE = 0.5;

    /** L2 penalty on the features as they are: chosen on the articles held out. */
    private static final double PENALTY = 8e-4;

    private static final int MAX_ITERATIONS = 150;
    private static final int PARTS = 7;

    private static final StructType EXAMPLES = new StructType()
            .add("label", DataTypes.DoubleType, false)
            .add("weight", DataTypes.DoubleType, false)
            .add("features", SQLDataTypes.VectorType(), false);

    /** A target: its vector, the probability wanted of each class, its gold class or -1, its article. */
    private record Target(Vector vector, Vector wanted, int gold, String article) {}

    private final SparkSession spark;
    private final List<Target> targets = new ArrayList<>();

    TargetToneTraining(SparkSession spark, ToneExamples examples, Path data) {
        this.spark = spark;
        for (String name : List.of("soft_targets_newsmtsc", "soft_targets")) {
            for (Row row : spark.read()
                    .json(data.resolve(name + ".jsonl.gz").toString())
                    .collectAsList()) {
                targets.add(target(row, examples));
            }
        }
    }

    private static Target target(Row row, ToneExamples examples) {
        List<Span> mentions = new ArrayList<>();
        mentions.add(new Span(number(row.getAs("start")), number(row.getAs("end"))));
        for (Object more : row.getList(row.fieldIndex("more"))) {
            scala.collection.Seq<?> span = (scala.collection.Seq<?>) more;
            mentions.add(new Span(number(span.apply(0)), number(span.apply(1))));
        }
        Vector vector = SparseRow.of(
                ToneExamples.TARGET_SIZE, consumer -> examples.target(row.getAs("text"), mentions, consumer));
        boolean isGold = List.of(row.schema().fieldNames()).contains("gold");
        List<Double> taught = row.getList(row.fieldIndex(isGold ? "teacher_oof" : "teacher"));
        int gold = isGold ? CLASSES.indexOf(row.<String>getAs("gold")) : -1;
        double[] wanted = new double[CLASSES.size()];
        for (int c = 0; c < wanted.length; c++) {
            wanted[c] = isGold ? GOLD_SHARE * (c == gold ? 1 : 0) + (1 - GOLD_SHARE) * taught.get(c) : taught.get(c);
        }
        return new Target(vector, Vectors.dense(wanted), gold, row.getAs("doc"));
    }

    private static int number(Object json) {
        return Math.toIntExact((Long) json);
    }

    /** Learns from all targets and writes the weights. */
    void write(Path file) throws IOException {
        LogisticRegressionModel model = fit(targets);
        double[][] coefficients = new double[ToneExamples.TARGET_SIZE][CLASSES.size()];
        Matrix learnt = model.coefficientMatrix();
        for (int place = 0; place < coefficients.length; place++) {
            for (int output = 0; output < CLASSES.size(); output++) {
                coefficients[place][output] = learnt.apply(output, place);
            }
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            ToneExamples.write(out, coefficients, model.interceptVector().toArray());
        }
    }

    /** Learns from six articles in seven and measures on the gold labels of the rest. */
    void measure(PrintStream out) {
        LogisticRegressionModel model =
                fit(targets.stream().filter(target -> !isHeldOut(target)).toList());
        ClassAgreement agreement = new ClassAgreement(CLASSES.size());
        for (Target target : targets) {
            if (isHeldOut(target) && target.gold() >= 0) {
                agreement.add(target.gold(), (int) model.predict(target.vector()));
            }
        }
        out.printf(
                Locale.ROOT,
                "toward a name, articles held out: accuracy %.4f, macro-F1 %.4f%n",
                agreement.accuracy(),
                agreement.macroF1());
    }

    private static boolean isHeldOut(Target target) {
        return ToneTraining.part(target.article(), PARTS) == 0;
    }

    private LogisticRegressionModel fit(List<Target> learnt) {
        List<Row> rows = new ArrayList<>();
        for (Target target : learnt) {
            double weight = target.gold() >= 0 ? GOLD_WEIGHT : SOFT_WEIGHT;
            for (int c = 0; c < CLASSES.size(); c++) {
                rows.add(RowFactory.create((double) c, weight * target.wanted().apply(c), target.vector()));
            }
        }
        Dataset<Row> examples =
                spark.createDataFrame(rows, EXAMPLES).coalesce(1).localCheckpoint();
        return new LogisticRegression()
                .setFamily("multinomial")
                .setWeightCol("weight")
                .setRegParam(PENALTY)
                .setElasticNetParam(0)
                .setStandardization(false)
                .setMaxIter(MAX_ITERATIONS)
                .fit(examples);
    }
}

package org.newsweft.jobs.train;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.apache.spark.sql.SparkSession;
import org.newsweft.text.tone.ToneExamples;

/**
 * Learns the linear models of {@code org.newsweft.text.tone}, those of {@code --sentiment lexical}, with MLlib: the tone
 * toward a name by logistic regression, the tone of a sentence by linear regression.
 *
 * <p>Input: a folder with the labelled sentences described in {@code docs/models/target-tone.md} and {@code
 * docs/models/sentence-tone.md}. With a second argument, the weights learnt from all of them are written into that
 * folder; without, models are learnt without some of the articles and measured on these.
 *
 * <p>Example: {@code java -cp ... org.newsweft.jobs.train.ToneTraining DATA
 * common/src/main/resources/org/newsweft/text/tone}
 */
public final class ToneTraining {
    private ToneTraining() {}

    /** Trains or measures, see the class comment. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: ToneTraining DATA [FOLDER]");
            System.exit(2);
        }
        // One thread and one partition: sums in one order, the same weights every time.
        try (SparkSession spark = SparkSession.builder()
                .appName("newsweft tone training")
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .getOrCreate()) {
            Path data = Path.of(arguments[0], "sentiment");
            ToneExamples examples = ToneExamples.load();
            TargetToneTraining targets = new TargetToneTraining(spark, examples, data);
            SentenceToneTraining sentences = new SentenceToneTraining(spark, examples, data);
            if (arguments.length == 2) {
                Path folder = Path.of(arguments[1]);
                targets.write(folder.resolve("target_tone_lexical.bin"));
                sentences.write(folder.resolve("sentence_tone_lexical.bin"));
            } else {
                PrintStream out = System.out;
                targets.measure(out);
                sentences.measure(out);
            }
        }
    }

    /** The part of the articles that one belongs to, 0 to {@code parts - 1}; the Python programs part them alike. */
    static int part(String article, int parts) {
        CRC32 hash = new CRC32();
        hash.update(article.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % parts);
    }
}

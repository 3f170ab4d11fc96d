package org.newsweft.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.testing.SparkTest;
import org.newsweft.text.tone.ToneExamples;

@SuppressWarnings("serial")
class ToneTrainingTest extends SparkTest {
    /** Article c is held out when the model is measured: the CRC-32 of its name is a multiple of seven. */
    private static final String[] TARGETS = {
        "{'doc': 'a', 'text': 'Voters adore Miller.', 'start': 13, 'end': 19, 'more': [], 'gold': 'pos', 'teacher_oof': [0.1, 0.2, 0.7]}",
        "{'doc': 'b', 'text': 'Voters despise Miller.', 'start': 15, 'end': 21, 'more': [], 'gold': 'neg', 'teacher_oof': [0.7, 0.2, 0.1]}",
        "{'doc': 'h', 'text': 'Voters met Miller.', 'start': 11, 'end': 17, 'more': [[0, 6]], 'gold': 'neu', 'teacher_oof': [0.1, 0.8, 0.1]}",
        "{'doc': 'c', 'text': 'Fans adore Smith.', 'start': 11, 'end': 16, 'more': [], 'gold': 'pos', 'teacher_oof': [0.1, 0.2, 0.7]}"
    };

    @Test
    void targetsHeldOutAreToldByWordsLearntFromOthers(@TempDir Path folder) throws IOException {
        write(folder.resolve("soft_targets_newsmtsc.jsonl.gz"), TARGETS);
        write(
                folder.resolve("soft_targets.jsonl.gz"),
                "{'doc': 'd', 'text': 'Smith spoke.', 'start': 0, 'end': 5, 'more': [], 'teacher': [0.1, 0.8, 0.1]}");
        TargetToneTraining training = new TargetToneTraining(spark(), ToneExamples.load(), folder);

        training.write(folder.resolve("weights.bin"));

        assertThat(folder.resolve("weights.bin")).isNotEmptyFile();
        // One target, told right; F1 of the two classes that do not occur is 0.
        assertThat(printed(training::measure))
                .contains("toward a name, articles held out: accuracy 1.0000, macro-F1 0.3333");
    }

    private static String printed(Consumer<PrintStream> printer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        printer.accept(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void write(Path file, String... lines) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(String.join("\n", lines).replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }
    }
}

package org.newsweft.text.names.training;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.newsweft.text.names.PerceptronTrainer;
import org.newsweft.text.names.TrainingDocument;

/**
 * Trains the name tagger: {@code TaggerTraining SILVER.jsonl.gz MODEL.bin}. Takes some minutes on one core and a heap of 4
 * GB; the same input gives the same file to the byte. See {@code docs/models/name-tagger.md}.
 */
public final class TaggerTraining {
    private TaggerTraining() {}

    /** Reads the silver file named first and writes the model to the file named second. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: TaggerTraining SILVER.jsonl.gz MODEL.bin");
        }
        List<TrainingDocument> documents = SilverCorpus.read(Path.of(arguments[0]));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
            PerceptronTrainer.train(documents, PerceptronTrainer.Settings.standard(), out);
        }
    }
}

package org.newsweft.text.names.training;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.newsweft.text.names.PerceptronTrainer;
import org.newsweft.text.names.TrainingDocument;

/**
 * Trains the name tagger: {@code TaggerTraining SILVER.jsonl.gz GOLD.jsonl.gz MODEL.bin}. Takes some minutes on one core
 * and a heap of 4 GB; the same input gives the same file to the byte. See {@code docs/models/name-tagger.md}.
 */
public final class TaggerTraining {
    /** How often each gold document is read for one silver document: gold is right where the silver's teachers were not. */
    static final int GOLD_COPIES = 16;

    /** Trainings, each on the gold and on all of the silver but one of so many parts. */
    private static final int SHARES = 3;

    private TaggerTraining() {}

    /** Reads the silver and the gold file named first and writes the model to the file named last. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("usage: TaggerTraining SILVER.jsonl.gz GOLD.jsonl.gz MODEL.bin");
        }
        List<TrainingDocument> silver = SilverCorpus.read(Path.of(arguments[0]));
        List<TrainingDocument> gold = GoldCorpus.read(Path.of(arguments[1]));
        List<List<TrainingDocument>> shares = new ArrayList<>();
        for (int share = 0; share < SHARES; share++) {
            List<TrainingDocument> documents = new ArrayList<>();
            for (int i = 0; i < silver.size(); i++) {
                if (i % SHARES != share) {
                    documents.add(silver.get(i));
                }
            }
            for (TrainingDocument document : gold) {
                documents.addAll(Collections.nCopies(GOLD_COPIES, document));
            }
            shares.add(documents);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[2])))) {
            PerceptronTrainer.trainOnShares(shares, PerceptronTrainer.Settings.standard(), out);
        }
    }
}

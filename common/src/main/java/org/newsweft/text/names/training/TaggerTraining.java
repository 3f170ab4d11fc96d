package org.newsweft.text.names.training;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.newsweft.text.names.tagger.ModelMean;
import org.newsweft.text.names.tagger.PerceptronTrainer;
import org.newsweft.text.names.tagger.TrainingDocument;

/**
 * Trains the name tagger. {@code TaggerTraining SILVER.jsonl.gz GOLD.jsonl.gz SHARE PART.bin} trains on one third of the
 * silver documents (SHARE 0, 1 or 2) and all of the gold, in a minute of one core and a heap of 2 GB;
 * {@code TaggerTraining PART0.bin PART1.bin PART2.bin MODEL.bin} writes the mean. The same input gives the same file to the
 * byte. See {@code docs/models/name-tagger.md}.
 */
public final class TaggerTraining {
    /** How often each gold document is read for one silver document: gold is right where the silver's teachers were not. */
    private static final int GOLD_COPIES = 10;

    private static final int SHARES = 3;

    private TaggerTraining() {}

    /** Trains on one share, or writes the mean of the models of all shares. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException(
                    "usage: TaggerTraining SILVER GOLD SHARE PART.bin, or TaggerTraining PART0 PART1 PART2 MODEL.bin");
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[3])))) {
            if (arguments[2].matches("[0-9]")) {
                PerceptronTrainer.train(documents(arguments), PerceptronTrainer.Settings.standard(), out);
                return;
            }
            List<InputStream> parts = new ArrayList<>();
            for (String part : List.of(arguments[0], arguments[1], arguments[2])) {
                parts.add(new ByteArrayInputStream(Files.readAllBytes(Path.of(part))));
            }
            ModelMean.write(parts, out);
        }
    }

    private static List<TrainingDocument> documents(String[] arguments) throws IOException {
        List<TrainingDocument> silver = SilverCorpus.read(Path.of(arguments[0]));
        int share = Integer.parseInt(arguments[2]);
        List<TrainingDocument> documents = new ArrayList<>();
        for (int i = share; i < silver.size(); i += SHARES) {
            documents.add(silver.get(i));
        }
        for (TrainingDocument gold : GoldCorpus.read(Path.of(arguments[1]))) {
            documents.addAll(Collections.nCopies(GOLD_COPIES, gold));
        }
        return documents;
    }
}

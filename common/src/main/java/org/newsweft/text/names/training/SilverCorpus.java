package org.newsweft.text.names.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.newsweft.text.Span;
import org.newsweft.text.names.lexicon.NameType;
import org.newsweft.text.names.tagger.TaggedName;
import org.newsweft.text.names.tagger.TrainingDocument;

/**
 * Reads labelled documents: gzipped JSON lines with {@code text} and {@code spans}, a list of
 * {@code [start, end, type, rule]}. The type is PER, ORG, LOC or NORP; spans of rule N, which one teacher alone gave, are
 * left out.
 */
final class SilverCorpus {
    private static final Map<String, NameType> TYPES = Map.of(
            "PER", NameType.PERSON,
            "ORG", NameType.ORGANIZATION,
            "LOC", NameType.PLACE,
            "NORP", NameType.NATIONALITY);

    private SilverCorpus() {}

    static List<TrainingDocument> read(Path file) throws IOException {
        List<TrainingDocument> documents = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                documents.add(document(JsonLine.parse(line)));
            }
        }
        return documents;
    }

    private static TrainingDocument document(Map<String, Object> fields) {
        List<TaggedName> names = new ArrayList<>();
        for (Object span : (List<?>) fields.get("spans")) {
            List<?> parts = (List<?>) span;
            NameType type = TYPES.get((String) parts.get(2));
            boolean sure = parts.size() < 4 || !"N".equals(parts.get(3));
            if (type != null && sure) {
                int start = ((Number) parts.get(0)).intValue();
                int end = ((Number) parts.get(1)).intValue();
                names.add(new TaggedName(new Span(start, end), type, 1));
            }
        }
        return new TrainingDocument((String) fields.get("text"), names);
    }
}

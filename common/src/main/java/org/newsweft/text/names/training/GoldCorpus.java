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
import org.newsweft.text.names.lexicon.GuideTypes;
import org.newsweft.text.names.tagger.TaggedName;
import org.newsweft.text.names.tagger.TrainingDocument;

/**
 * Reads articles in which readers marked every name: gzipped JSON lines with {@code text} and {@code mentions}, a list of
 * objects with {@code start}, {@code end}, {@code surface} and {@code type}. A capital "The" before a body is left out, as
 * it is in the silver text; {@code NameSpans} adds it.
 */
final class GoldCorpus {
    private static final String ARTICLE = "The ";

    private GoldCorpus() {}

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
        for (Object mention : (List<?>) fields.get("mentions")) {
            Map<?, ?> marked = (Map<?, ?>) mention;
            String surface = (String) marked.get("surface");
            String type = (String) marked.get("type");
            int start = ((Number) marked.get("start")).intValue();
            int end = ((Number) marked.get("end")).intValue();
            int from = type.equals("organization") && surface.startsWith(ARTICLE) ? start + ARTICLE.length() : start;
            names.add(new TaggedName(new Span(from, end), GuideTypes.of(type, surface), 1));
        }
        return new TrainingDocument((String) fields.get("text"), names);
    }
}

package org.newsweft.text.names.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsweft.text.Sentences;
import org.newsweft.text.Span;
import org.newsweft.text.names.lexicon.NameType;

class PerceptronTrainerTest {
    private static final PerceptronTrainer.Settings SMALL = new PerceptronTrainer.Settings(5, 10, 0.3f, 0, 0.1f, 3);

    private static List<TrainingDocument> documents() {
        List<TrainingDocument> documents = new ArrayList<>();
        for (String person : List.of("Ann Wolter", "Ben Farrow", "Carla Whitby", "Dan Ostrom")) {
            for (String body : List.of("Orbex Bank", "Nordal Bank")) {
                String text = "On Monday " + person + " left " + body + ". Nobody knew why.";
                documents.add(new TrainingDocument(
                        text, List.of(name(text, person, NameType.PERSON), name(text, body, NameType.ORGANIZATION))));
            }
        }
        return documents;
    }

    private static TaggedName name(String text, String surface, NameType type) {
        int start = text.indexOf(surface);
        return new TaggedName(new Span(start, start + surface.length()), type, 1);
    }

    private static byte[] train() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PerceptronTrainer.train(documents(), SMALL, out);
        return out.toByteArray();
    }

    @Test
    void theSameDocumentsGiveTheSameBytes() throws IOException {
        assertThat(train()).isEqualTo(train());
    }

    @Test
    void namesNeverSeenAreTaggedByTheirContext() throws IOException {
        String text = "On Monday Emil Garner left Brandis Bank. Nobody knew why.";
        NameTagger tagger = PerceptronTagger.read(new ByteArrayInputStream(train()));
        assertThat(tagger.tag(text, Sentences.of(text)))
                .extracting(found -> found.type() + " " + found.span().of(text))
                .containsExactly("PERSON Emil Garner", "ORGANIZATION Brandis Bank");
    }

    @Test
    void theMeanOfModelsTagsAsTheyDoAndOfOneIsThatOne() throws IOException {
        ByteArrayOutputStream mean = new ByteArrayOutputStream();
        ModelMean.write(List.of(new ByteArrayInputStream(train()), new ByteArrayInputStream(train())), mean);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        ModelMean.write(List.of(new ByteArrayInputStream(mean.toByteArray())), again);
        assertThat(again.toByteArray()).isEqualTo(mean.toByteArray());

        String text = "On Monday Emil Garner left Brandis Bank. Nobody knew why.";
        NameTagger tagger = PerceptronTagger.read(new ByteArrayInputStream(mean.toByteArray()));
        assertThat(tagger.tag(text, Sentences.of(text)))
                .extracting(found -> found.type() + " " + found.span().of(text))
                .containsExactly("PERSON Emil Garner", "ORGANIZATION Brandis Bank");
    }
}

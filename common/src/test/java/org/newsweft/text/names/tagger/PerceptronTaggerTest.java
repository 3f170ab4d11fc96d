package org.newsweft.text.names.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.newsweft.text.Sentences;
import org.newsweft.text.Span;
import org.newsweft.text.names.SeedArticles;

class PerceptronTaggerTest {
    private static final NameTagger TAGGER = PerceptronTagger.load();

    private static List<String> tagged(String text) {
        return TAGGER.tag(text, Sentences.of(text)).stream()
                .map(name -> name.type() + " " + name.span().of(text))
                .toList();
    }

    @Test
    void findsTheFourClasses() {
        assertThat(tagged("Maria Keller of the Bavarian company Brandt Motors flew from Toronto to Lisbon on Friday."))
                .contains("PERSON Maria Keller", "ORGANIZATION Brandt Motors", "PLACE Toronto", "PLACE Lisbon");
        assertThat(tagged("Swedish officials met Senator Paul Hendricks."))
                .contains("NATIONALITY Swedish", "PERSON Paul Hendricks");
    }

    @Test
    void textWithoutNamesOrWithoutWordsGivesNone() {
        assertThat(tagged("")).isEmpty();
        assertThat(tagged("\n \n")).isEmpty();
        assertThat(tagged("the rain fell on the roofs of the town.")).isEmpty();
    }

    @Test
    void threadsShareOneTagger() throws IOException, InterruptedException, ExecutionException {
        List<String> texts = SeedArticles.read();
        List<List<String>> alone =
                texts.stream().map(PerceptronTaggerTest::tagged).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<String>>> together = texts.stream()
                    .map(text -> threads.submit(() -> tagged(text)))
                    .toList();
            for (int i = 0; i < texts.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void everyNameLiesInsideASentence() throws IOException {
        for (String text : SeedArticles.read()) {
            List<Span> sentences = Sentences.of(text);
            for (TaggedName name : TAGGER.tag(text, sentences)) {
                assertThat(sentences).anyMatch(sentence -> sentence.contains(name.span()));
                assertThat(name.confidence()).isBetween(0.0, 1.0);
            }
        }
    }
}

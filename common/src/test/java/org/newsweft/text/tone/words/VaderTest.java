package org.newsweft.text.tone.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsweft.text.Resources;
import org.newsweft.text.tone.SharedData;

/** The port against what the Python program printed (see the first line of each resource). */
class VaderTest {
    private final Vader vader = Vader.standard();

    @Test
    void equalsThePythonProgramOnSentencesThatUseEveryRule() {
        List<String> lines = Resources.entries(VaderTest.class, "vader.tsv");
        assertThat(lines).hasSize(42);
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            assertThat(vader.scores(fields[0]))
                    .as(fields[0])
                    .isEqualTo(new VaderScores(
                            Double.parseDouble(fields[1]),
                            Double.parseDouble(fields[2]),
                            Double.parseDouble(fields[3]),
                            Double.parseDouble(fields[4])));
        }
    }

    @Test
    void equalsThePythonProgramOnFiveThousandSentencesOfNews() throws IOException {
        Path sentences = SharedData.path("sentiment/newsmtsc_train.jsonl");
        assumeTrue(Files.exists(sentences), "the shared data are not at hand: " + sentences);
        List<String> expected = Resources.entries(VaderTest.class, "vader_newsmtsc_train.txt");
        List<String> lines = Files.readAllLines(sentences).subList(0, expected.size());
        ObjectMapper json = new ObjectMapper();
        for (int i = 0; i < lines.size(); i++) {
            String sentence = json.readTree(lines.get(i)).get("text").asText();
            assertThat(vader.compound(sentence)).as(sentence).isEqualTo(Double.parseDouble(expected.get(i)));
        }
    }

    @Test
    void newsWordsTurnWhatVaderMistakes() {
        String sentence = "Washington accuses Beijing of pilfering American intellectual property.";
        assertThat(vader.compound(sentence)).isGreaterThan(-0.35);
        assertThat(Vader.news().compound(sentence)).isLessThan(-0.6);
    }

    @Test
    void newsPhrasesAreOneWord() {
        assertThat(Vader.news().compound("The Security Council met before the World War memorial."))
                .isZero();
        assertThat(Vader.news().compound("They found common ground.")).isPositive();
    }

    @Test
    void boundsItsWorkOnEndlessSentences() {
        assertThat(vader.compound("but " + "good ".repeat(500_000))).isEqualTo(1.0);
    }
}

package org.newsweft.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "The U.S. didn't sign.            | The,U.S.,didn't,sign",
                "cyber-espionage – a 2.5% rise     | cyber-espionage,a,2.5,rise",
                "AT&T's CEO                        | AT&T's,CEO",
                "“Peace,” he said…                 | Peace,he,said",
                "naïve café Zürich                 | naïve,café,Zürich",
                "state-                            | state",
            })
    void aWordIsARunOfLettersAndDigits(String text, String words) {
        assertThat(Words.of(text).stream().map(span -> span.of(text))).containsExactly(words.split(","));
        assertThat(Words.count(text)).isEqualTo(words.split(",").length);
    }
}

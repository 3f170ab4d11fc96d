package org.newsweft.text.tone.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenScannerTest {
    @Test
    void findsWordsNumbersAndSigns() {
        assertThat(tokens("Mr. Kerry’s co-host paid $1,200.50, didn't he?"))
                .containsExactly("Mr.", "Kerry's", "co-host", "paid", "$", "1,200.50", ",", "didn't", "he", "?");
    }

    @Test
    void keepsTheFullStopsOfAbbreviations() {
        assertThat(tokens("U.S. envoy J. Doe left at 5 p.m. for plan B."))
                .containsExactly("U.S.", "envoy", "J.", "Doe", "left", "at", "5", "p.m.", "for", "plan", "B", ".");
    }

    @Test
    void readsLettersOfEveryAlphabet() {
        assertThat(tokens("José—Müller (Київ)")).containsExactly("José", "—", "Müller", "(", "Київ", ")");
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        TokenScanner scanner = new TokenScanner(text);
        while (scanner.advance()) {
            tokens.add(scanner.surface());
        }
        return tokens;
    }
}

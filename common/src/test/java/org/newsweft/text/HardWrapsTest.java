package org.newsweft.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardWrapsTest {
    private static final String FIRST = "Negotiators for the European Union and Mercosur worked through the night in"
            + " Montevideo, and by Friday morning only the chapter on beef was still open, Commissioner Valentina"
            + " Hoorneman told reporters.";
    private static final String SECOND = "Farmers from Ireland and France had driven their tractors to the gates of the"
            + " European Parliament in Strasbourg, where Declan Mulrooney, who leads the state-owned dairy, handed over a"
            + " petition with two hundred thousand names. Nobody came out to take it.";

    @ParameterizedTest
    @ValueSource(ints = {60, 66, 72, 76})
    void whatWasWrappedIsOneLineAgain(int width) {
        String wrapped = wrapped(FIRST, width) + "\n\n" + wrapped(SECOND, width);
        assertThat(HardWraps.joined(wrapped)).isEqualTo(FIRST + "\n\n" + SECOND).hasSameSizeAs(wrapped);
        String withReturns = wrapped.replace("\n", "\r\n");
        assertThat(HardWraps.joined(withReturns).replaceAll("[ ]+", " ").replace("\r", ""))
                .isEqualTo(FIRST + "\n\n" + SECOND);
    }

    @Test
    void aWordBrokenAtItsHyphenIsWhole() {
        String text = "The directors of the largest of the banks said on Monday that the state-\n"
                + "owned railway would have to borrow at least nine billion from abroad to\n"
                + "replace the bridges that were lost in the flood of last spring, a sum of\n"
                + "which nobody had spoken.";
        assertThat(HardWraps.joined(text)).contains("the state-owned railway").doesNotContain("\n");
    }

    @Test
    void linesThatWereNotWrappedStay() {
        String poem = "The rose is red,\nthe violet's blue,\nsugar is sweet\nand so are you.\n";
        String menu =
                "Home\nWorld\nPolitics\nSports\n" + FIRST + "\n" + SECOND + "\nMost read\nSubscribe to our letter\n";
        assertThat(HardWraps.joined(poem)).isEqualTo(poem);
        assertThat(HardWraps.joined(menu)).isEqualTo(menu);
        assertThat(HardWraps.joined(FIRST + "\n" + SECOND)).isEqualTo(FIRST + "\n" + SECOND);
    }

    /** As a typewriter does it: as many words on a line as fit. */
    private static String wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return String.join("\n", lines);
    }
}

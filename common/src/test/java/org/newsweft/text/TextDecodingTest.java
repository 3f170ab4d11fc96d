package org.newsweft.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextDecodingTest {
    private static final String TEXT =
            "“Déjà vu,” said Zoë. The minister’s café in Zürich is closed; people were naïve about it.";

    @Test
    void utf8IsTakenAsItIsAndItsByteOrderMarkDropped() {
        assertThat(TextDecoding.decode(TEXT.getBytes(StandardCharsets.UTF_8))).contains(TEXT);
        assertThat(TextDecoding.decode(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8)))
                .contains(TEXT);
    }

    @Test
    void utf16IsKnownByItsByteOrderMark() {
        assertThat(TextDecoding.decode(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE)))
                .contains(TEXT);
        assertThat(TextDecoding.decode(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16BE)))
                .contains(TEXT);
        assertThat(TextDecoding.isBinary(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE)))
                .isFalse();
    }

    @Test
    void theWindowsCharacterSetIsDetectedWithItsCurlyQuotes() {
        assertThat(TextDecoding.decode(TEXT.getBytes(Charset.forName("windows-1252"))))
                .contains(TEXT);
    }

    @Test
    void aNulOrManyControlCodesAreNoText() {
        assertThat(TextDecoding.isBinary(new byte[] {'P', 'N', 'G', 0, 1})).isTrue();
        assertThat(TextDecoding.isBinary(new byte[] {1, 2, 3, 'a', 'b'})).isTrue();
        assertThat(TextDecoding.isBinary("plain\ttext\r\n".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}

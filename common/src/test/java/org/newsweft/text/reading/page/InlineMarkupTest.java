package org.newsweft.text.reading.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InlineMarkupTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{mosads}China spoke.                 | {mosads}",
                "It said {{ad-slot}} no.              | {{ad-slot}}",
                "[caption id=\"3\"]A man[/caption] sat. | [caption id=\"3\"]",
                "He <b>did</b> go.                    | <b>",
                "Two&nbsp;words                       | &nbsp;"
            })
    void findsWhatThePublishingSystemLeft(String text, String first) {
        assertThat(InlineMarkup.find(text, 0, text.length()).get(0).of(text)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a < b and c > d", "{he said so}", "[he] said [sic]", "AT&T", "{", "<b", "{{{", "x <3 y"})
    void leavesOrdinaryTextAlone(String text) {
        assertThat(InlineMarkup.find(text, 0, text.length())).isEmpty();
    }
}

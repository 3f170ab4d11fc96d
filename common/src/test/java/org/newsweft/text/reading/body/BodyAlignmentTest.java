package org.newsweft.text.reading.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsweft.text.reading.body.BodyAlignment.Answer.BODY;
import static org.newsweft.text.reading.body.BodyAlignment.Answer.OTHER;

import org.junit.jupiter.api.Test;
import org.newsweft.text.reading.page.Lexicon;
import org.newsweft.text.reading.page.Page;

class BodyAlignmentTest {
    @Test
    void aLineOfTheMenuIsNotTheSameLineOfTheBody() {
        Page page = Page.of(
                "Sports\nWeather\nThe bridge was closed on Monday.\nSports\nThe team moved to the park.\nContact",
                Lexicon.load());
        assertThat(BodyAlignment.align(
                        page, "The bridge was closed on Monday.\n\nSports\n\nThe team moved to the park."))
                .containsExactly(OTHER, OTHER, BODY, BODY, BODY, OTHER);
    }
}

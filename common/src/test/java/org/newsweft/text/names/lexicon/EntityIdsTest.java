package org.newsweft.text.names.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntityIdsTest {
    @Test
    void slugsAreLowerCaseAsciiWithSingleHyphens() {
        assertThat(EntityIds.slug("Recep Tayyip Erdoğan")).isEqualTo("recep-tayyip-erdogan");
        assertThat(EntityIds.slug("Conan O’Brien")).isEqualTo("conan-obrien");
        assertThat(EntityIds.slug("U.S.–China Council")).isEqualTo("us-china-council");
        assertThat(EntityIds.slug("Владимир Путин")).isEqualTo("vladimir-putin");
    }

    @Test
    void aSlugIsNeverEmpty() {
        assertThat(EntityIds.slug("...")).startsWith("x");
    }
}

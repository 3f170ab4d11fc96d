package org.newsweft.text.tone.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InflectedWordsTest {
    @Test
    void inflectsVerbs() {
        assertThat(InflectedWords.ofVerb("accuse")).containsExactly("accuse", "accuses", "accused", "accusing");
        assertThat(InflectedWords.ofVerb("clash")).containsExactly("clash", "clashes", "clashed", "clashing");
        assertThat(InflectedWords.ofVerb("deny")).containsExactly("deny", "denies", "denied", "denying");
        assertThat(InflectedWords.ofVerb("ban*")).containsExactly("ban", "bans", "banned", "banning");
        assertThat(InflectedWords.ofVerb("agree")).containsExactly("agree", "agrees", "agreed", "agreeing");
    }

    @Test
    void inflectsNouns() {
        assertThat(InflectedWords.ofNoun("ally")).containsExactly("ally", "allies");
        assertThat(InflectedWords.ofNoun("clash")).containsExactly("clash", "clashes");
    }
}

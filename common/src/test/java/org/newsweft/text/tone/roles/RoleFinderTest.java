package org.newsweft.text.tone.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsweft.text.Span;
import org.newsweft.text.tone.TargetEncoder;
import org.newsweft.text.tone.words.ToneVocabulary;
import org.newsweft.text.tone.words.ValenceLexicon;

class RoleFinderTest {
    private final TargetEncoder encoder = new TargetEncoder(ToneVocabulary.load(), ValenceLexicon.news());
    private final RoleFinder finder = new RoleFinder(RoleLexicon.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Peru attacked the convoy.                           | Peru | true  | HARM",
                "Peru was attacked at dawn.                          | Peru | false | HARM",
                "Raiders attacked northern Peru.                     | Peru | false | HARM",
                "The convoy was attacked by Peru.                    | Peru | true  | HARM",
                "The attack on Peru failed.                          | Peru | false | HARM",
                "Peru's murder shocked the town.                     | Peru | false | HARM",
                "Peru, its minister said, has accused the rebels.    | Peru | true  | ACCUSE",
                "The court condemned Peru.                           | Peru | false | ACCUSE",
                "Peru was repeatedly praised by teachers.            | Peru | false | PRAISE",
                "The miners were rescued by soldiers of Peru.        | Peru | true  | HELP"
            })
    void findsWhoDoesAndWhomItBefalls(String sentence, String target, boolean actor, RoleClass event) {
        assertThat(roleOf(sentence, target)).isEqualTo(new Role(actor, event, false));
    }

    @Test
    void seesNegation() {
        assertThat(roleOf("Peru did not attack the convoy.", "Peru")).isEqualTo(new Role(true, RoleClass.HARM, true));
    }

    @Test
    void findsNoneInPlainSentences() {
        assertThat(roleOf("The minister of Peru will arrive on Monday.", "Peru"))
                .isNull();
    }

    private Role roleOf(String sentence, String target) {
        int start = sentence.indexOf(target);
        Target one = new Target(List.of(new Span(start, start + target.length())), target);
        return finder.find(encoder.mask(sentence, List.of(one)).get(0));
    }
}

package org.newsweft.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static List<String> words(String text) {
        Tokens tokens = Tokens.of(text, Sentences.of(text));
        return IntStream.range(0, tokens.size()).mapToObj(tokens::word).toList();
    }

    @Test
    void abbreviationsKeepTheirStopAndPossessivesSplit() {
        assertThat(words("Gen. Lee saw the U.S.’s plan."))
                .containsExactly("Gen.", "Lee", "saw", "the", "U.S.", "’s", "plan", ".");
    }

    @Test
    void hyphensAndSlashesSplitButShortNamesWithAmpersandsStay() {
        assertThat(words("China-U.S. talks at AT&T, Pacific/Asia"))
                .containsExactly("China", "-", "U.S.", "talks", "at", "AT&T", ",", "Pacific", "/", "Asia");
    }

    @Test
    void gluedWordsSplitBeforeTheCapital() {
        assertThat(words("news agencyXinhua and CybersecurityChina"))
                .contains("agency", "Xinhua", "Cybersecurity", "China");
        assertThat(words("McCain on YouTube, an iPhone and MacDonald"))
                .contains("McCain", "YouTube", "iPhone", "MacDonald");
    }

    @Test
    void verbsOfSpeechPartFromWhatScrapedTextGluedToThem() {
        assertThat(words("Vrabel saidhe was sorry. He toldCNNthat. Trumppostedon it; Carlsontold them."))
                .containsSubsequence(
                        "Vrabel", "said", "he", "was", "told", "CNN", "that", "Trump", "posted", "on", "Carlson",
                        "told", "them");
        assertThat(words("The aforesaid tolder retold NATOs it, COVID and watchOS."))
                .contains("aforesaid", "tolder", "retold", "NATOs", "COVID", "watchOS");
    }

    @Test
    void tokensKnowTheirSentence() {
        String text = "One two. Three.";
        Tokens tokens = Tokens.of(text, Sentences.of(text));
        assertThat(tokens.sentenceCount()).isEqualTo(2);
        assertThat(tokens.sentenceStart(1)).isEqualTo(3);
        assertThat(tokens.sentenceOf(3)).isEqualTo(1);
        assertThat(tokens.indexAt(9)).isEqualTo(3);
    }

    @Test
    void namesThatTheTextHasElsewherePartFromTheWordsGluedToThem() {
        assertThat(words("Mike Stuartare leaving, said Stuart. Then leavittclaimed it; Karoline Leavitt said so."))
                .containsSubsequence("Mike", "Stuart", "are", "leaving", "leavitt", "claimed");
        // Nothing else in these texts says that a name is inside.
        assertThat(words("Finland and Rolandare left. Holland stayed in Inland Empire."))
                .contains("Finland", "Rolandare", "Holland", "Inland");
    }
}

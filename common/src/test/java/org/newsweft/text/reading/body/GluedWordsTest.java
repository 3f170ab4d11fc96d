package org.newsweft.text.reading.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsweft.text.reading.page.Lexicon;
import org.newsweft.text.reading.page.Page;

class GluedWordsTest {
    private static final Lexicon LEXICON = Lexicon.load();

    @Test
    void splitsWhereTheTextHasBothParts() {
        String text = "The agencyXinhua said so. Xinhua is an agency.";
        assertThat(splits(text)).containsExactly("The agency".length());
    }

    @Test
    void splitsAfterAFullStopOrAComma() {
        String text = "They spoke of trade.Kerry left. Kerry and Wang like trade,Wang said.";
        assertThat(splits(text)).containsExactly("They spoke of trade.".length(), text.indexOf("Wang said"));
    }

    @Test
    void splitsWhereAFunctionWordLostItsSpace() {
        String text = "Oil prices havesurged and gas priceswhen drivers struggle: prices surged for drivers.";
        assertThat(splits(text)).containsExactly("Oil prices have".length(), text.indexOf("when"));
        String names = "In Israel'swar with Iranis spreading fear, Iran and Israel spoke of war.";
        assertThat(splits(names)).containsExactly("In Israel's".length(), names.indexOf("is spreading"));
    }

    @Test
    void leavesWordsAloneThatOnlyLookLikeTwo() {
        assertThat(splits(
                        "Ever since, whenever profits came, they made the brand and prof get goodwill for forgetting it: it is"
                                + " good, getting good, as elsewhere or else, and zeal is not a thousand."))
                .isEmpty();
        assertThat(splits("Thesurged and thesurged again, as it surged.")).isEmpty();
    }

    @Test
    void leavesNamesAlone() {
        assertThat(splits("McDonald has an iPhone. Donald saw it on YouTube: a Phone on the Tube, You see."))
                .isEmpty();
        assertThat(splits("ExxonMobil, ExxonMobil: Exxon and Mobil are one.")).isEmpty();
        assertThat(splits("See example.Com or 10,000 and U.S.-led.")).isEmpty();
    }

    private static List<Integer> splits(String text) {
        return GluedWords.find(Page.of(text, LEXICON)).getOrDefault(0, List.of());
    }
}

package org.newsweft.text.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsweft.text.Sentences;
import org.newsweft.text.names.lexicon.Mention;
import org.newsweft.text.names.lexicon.Reading;
import org.newsweft.text.quotes.QuoteFinder;

class NameFinderTest {
    private static final NameFinder FINDER = NameFinder.load();

    private static List<String> ids(String text, String surface) {
        return FINDER.find(text, Sentences.of(text)).stream()
                .filter(mention -> mention.surface().equals(surface))
                .map(Mention::entityId)
                .toList();
    }

    private static Mention first(String text, String surface) {
        return FINDER.find(text, Sentences.of(text)).stream()
                .filter(mention -> mention.surface().equals(surface))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The storm moved from Alabama into Georgia and Florida. | Georgia | region:georgia-us",
                "Russian troops left Georgia, and Tbilisi protested. | Georgia | country:GE",
                "Officials from Syria and Jordan met in Amman. | Jordan | country:JO",
                "Michael Jordan scored 30 points. Jordan said he was tired. | Jordan | person:michael-jordan",
                "She gave a speech in Washington on Monday. | Washington | place:washington-us",
                "Relations between Moscow and Washington soured. | Moscow | country:RU",
                "Tokyo said the talks with Beijing would go on. | Beijing | country:CN",
                "They opened an office in Paris, Texas, last year. | Paris | place:paris-us",
                "The European Union fined the firm. | European Union | region:EU",
                "Ships crossed the South China Sea. | South China Sea | region:south-china-sea",
                "He flew from Frankfurt to New York. | New York | place:new-york-us",
            })
    void contextDecidesWhatAPlaceIs(String text, String surface, String id) {
        assertThat(ids(text, surface)).first().isEqualTo(id);
    }

    @Test
    void theAdjectiveIsAMentionOfTheCountry() {
        Mention mention = first("South Korean officials met their Swiss colleagues.", "South Korean");
        assertThat(mention.entityId()).isEqualTo("country:KR");
        assertThat(mention.label()).isEqualTo("South Korea");
        assertThat(mention.reading()).isEqualTo(Reading.DEMONYM);
        assertThat(mention.countryCode()).isEqualTo("KR");
    }

    @Test
    void whoAsksInAnInterviewIsNoName() {
        String text = "((WN)) Given that NATO met in Paris, what did you see?\n\nWe saw NATO and the WTO.";
        assertThat(ids(text, "WN")).isEmpty();
        assertThat(ids(text, "NATO")).isNotEmpty();
    }

    @Test
    void usInSmallLettersIsNoCountry() {
        assertThat(ids("They told us that the US and the U.S. are one.", "us")).isEmpty();
        assertThat(ids("They told us that the US and the U.S. are one.", "US")).containsExactly("country:US");
    }

    @Test
    void surnamesTitlesAndInitialsLeadToTheFullestName() {
        String text = "Senator Margaret T. Holloway met Chancellor Felix Brandt. Holloway thanked Chancellor Brandt. "
                + "Margaret Holloway then left.";
        assertThat(ids(text, "Holloway")).containsExactly("person:margaret-holloway");
        assertThat(ids(text, "Margaret Holloway")).containsExactly("person:margaret-holloway");
        assertThat(ids(text, "Brandt")).containsExactly("person:felix-brandt");
        assertThat(first(text, "Brandt").reading()).isEqualTo(Reading.TITLE);
        assertThat(first(text, "Holloway").reading()).isEqualTo(Reading.SURNAME);
        assertThat(first(text, "Holloway").label()).isEqualTo("Margaret Holloway");
    }

    @Test
    void familyNamesThatComeFirstServeAsSurnames() {
        String text = "Chinese President Xi Jinping met Kim Jong Un in Beijing. Xi praised Kim.";
        assertThat(ids(text, "Xi")).containsExactly("person:xi-jinping");
        assertThat(ids(text, "Kim")).containsExactly("person:kim-jong-un");
    }

    @Test
    void wellKnownNamesNeedNoFullName() {
        assertThat(ids("President Obama spoke on Tuesday.", "Obama")).containsExactly("person:barack-obama");
        assertThat(ids("President Trelawny spoke on Tuesday.", "Trelawny")).containsExactly("person:trelawny");
    }

    @Test
    void acronymsMeanTheNameTheyWereIntroducedWith() {
        String text = "The Bureau of Harbour Safety (BHS) closed the port. Critics said BHS had waited too long.";
        assertThat(ids(text, "BHS")).isNotEmpty().allMatch("organization:bureau-of-harbour-safety"::equals);
    }

    @Test
    void companySuffixesAreNoPartOfTheId() {
        String text = "Norvex Systems Inc. bought the plant. Norvex Systems will close it.";
        assertThat(ids(text, "Norvex Systems")).contains("organization:norvex-systems");
        assertThat(FINDER.find(text, Sentences.of(text)))
                .filteredOn(mention -> mention.surface().startsWith("Norvex"))
                .extracting(Mention::entityId)
                .containsOnly("organization:norvex-systems");
    }

    @Test
    void bylinesAndPhotographersDoNotAct() {
        String text = "By Harriet Colman\n\nThe mayor of Lisbon resigned. (Photo by Rita Falk/Reuters)";
        assertThat(FINDER.find(text, Sentences.of(text)))
                .extracting(Mention::surface)
                .doesNotContain("Harriet Colman", "Rita Falk");
    }

    @Test
    void capitalisedWordsThatSaySomethingAreNames() {
        assertThat(ids("“We found the dog,” Precision Helicopters posted.", "Precision Helicopters"))
                .containsExactly("organization:precision-helicopters");
        assertThat(ids("A negotiator, Valeriia, told Reuters that it was over.", "Valeriia"))
                .containsExactly("person:valeriia");
        assertThat(ids("Yesterday I said no. Officials said yes.", "Officials")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Secretary of State John Kerry met the Secretary of Defense. | John Kerry",
                "The Secretary of State for Foreign Affairs resigned. | ",
                "The State Department denied it. | State Department",
                "Kerry shakes hands with Wang Yi. (AP Photo/Diego Azubel, Pool) | Kerry;Wang Yi",
                "Protesters march in Lima on Friday. Martin Mejia/AP | Lima",
                "By Matthew Lee and Jane Perlez | ",
                "By Jane Perlez, The New York Times | ",
                "Reporting by Ann Smith; Editing by Bob Jones | ",
                "Photo: Ann Smith | ",
                "WASHINGTON (AP) — The Senate voted. | WASHINGTON;Senate",
                "By Monday Ann Smith had left. | Ann Smith",
                "WORLD NEWS | ",
                "CHINA CANCELS TALKS WITH U.S. | CHINA;U.S.",
                "Editor's Picks | ",
                "The agencyXinhua reported it. | Xinhua",
                "The American Chamber of Commerce in China agreed. | American Chamber of Commerce in China",
                "The American Chamber of Commerce in Shanghai agreed. | American Chamber of Commerce in Shanghai",
                "They met at a China-U.S. Internet Industry Forum. | China-U.S. Internet Industry Forum",
            })
    void onlyWhoActsIsFound(String text, String surfaces) {
        assertThat(FINDER.find(text, Sentences.of(text)).stream()
                        .map(Mention::surface)
                        .toList())
                .isEqualTo(surfaces == null ? List.of() : List.of(surfaces.split(";", -1)));
    }

    @Test
    void capitalLinesNameWhomTheDocumentNames() {
        String text = "TRELAWNY TO LEAVE IN MAY\n\nPresident Ann Trelawny said she will leave.";
        assertThat(ids(text, "TRELAWNY")).containsExactly("person:ann-trelawny");
    }

    @Test
    void hostileTextCostsLinearTimeAndNeverFails() {
        List<String> texts = List.of(
                "A".repeat(50_000),
                "A of ".repeat(20_000),
                "“".repeat(20_000),
                "U.S. ".repeat(20_000),
                "Xi, ".repeat(20_000) + "\ud800");
        for (String text : texts) {
            assertThat(FINDER.find(text, Sentences.of(text))).isNotNull();
            assertThat(QuoteFinder.find(text, Sentences.of(text), List.of())).isNotNull();
        }
    }
}

package org.newsweft.text.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsweft.text.Sentences;
import org.newsweft.text.Span;
import org.newsweft.text.names.lexicon.EntityType;
import org.newsweft.text.names.lexicon.Mention;

class SeedNamesTest {
    private static final List<List<Mention>> MENTIONS = new ArrayList<>();
    private static List<String> texts;

    @BeforeAll
    static void find() throws IOException {
        texts = SeedArticles.read();
        NameFinder finder = NameFinder.load();
        for (String text : texts) {
            MENTIONS.add(finder.find(text, Sentences.of(text)));
        }
    }

    @Test
    void kerryIsOnePersonInEveryArticle() {
        for (List<Mention> mentions : MENTIONS) {
            assertThat(mentions)
                    .filteredOn(mention -> mention.surface().contains("Kerry"))
                    .isNotEmpty()
                    .allSatisfy(mention -> assertThat(mention.entityId()).isEqualTo("person:john-kerry"));
        }
    }

    @Test
    void theUnitedStatesAreOneCountry() {
        for (List<Mention> mentions : MENTIONS) {
            assertThat(mentions)
                    .filteredOn(mention -> mention.surface().matches("US|U\\.S\\.|United States"))
                    .isNotEmpty()
                    .allSatisfy(mention -> assertThat(mention.entityId()).isEqualTo("country:US"));
        }
    }

    @Test
    void chinaAndTheUnitedStatesMeetInMostSentences() {
        Map<String, Integer> pairs = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            for (Span sentence : Sentences.of(texts.get(i))) {
                TreeSet<String> countries = new TreeSet<>();
                for (Mention mention : MENTIONS.get(i)) {
                    boolean inside = sentence.start() <= mention.start() && mention.end() <= sentence.end();
                    if (inside && mention.type() == EntityType.COUNTRY) {
                        countries.add(mention.entityId());
                    }
                }
                List<String> list = List.copyOf(countries);
                for (int a = 0; a < list.size(); a++) {
                    for (int b = a + 1; b < list.size(); b++) {
                        pairs.merge(list.get(a) + " " + list.get(b), 1, Integer::sum);
                    }
                }
            }
        }
        String strongest = pairs.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
        assertThat(strongest).as("pairs by sentences: %s", pairs).isEqualTo("country:CN country:US");
    }

    @ParameterizedTest
    @CsvSource({
        "0, South China Sea, region:south-china-sea",
        "0, Tom Kellermann, person:tom-kellermann",
        "0, Trend Micro, organization:trend-micro",
        "0, Sony Pictures Entertainment, organization:sony-pictures-entertainment",
        "0, Xi Jinping, person:xi-jinping",
        "0, Chinese, country:CN",
        "0, North Korean, country:KP",
        "0, Pyongyang, country:KP",
        "0, Seoul, place:seoul-kr",
        "1, Yun Byung-se, person:yun-byung-se",
        "1, Park Geun-hye, person:park-geun-hye",
        "1, Kim Jong-un, person:kim-jong-un",
        "1, Obama, person:barack-obama",
        "1, United Nations, organization:united-nations",
        "2, Justice Department, organization:justice-department",
        "2, State Department, organization:state-department",
        "2, New York Times, organization:new-york-times",
        "2, Office of Personnel Management, organization:office-of-personnel-management",
        "2, Yang Jiechi, person:yang-jiechi",
        "2, White House, organization:white-house",
        "3, China-U.S. Internet Industry Forum, organization:china-us-internet-industry-forum",
        "2, Pacific/Asia, region:asia-pacific",
        "2, Sino, country:CN",
        "2, GSA, organization:general-services-administration",
        "3, Robert Hormats, person:robert-hormats",
        "3, Xinhua, organization:xinhua",
        "3, Wang Yi, person:wang-yi",
        "3, Li Keqiang, person:li-keqiang",
        "4, Barack Obama, person:barack-obama",
        "4, Mandiant, organization:mandiant",
        "4, American Chamber of Commerce in China, organization:american-chamber-of-commerce-in-china",
        "4, People’s Republic of China, country:CN",
        "4, CHINA, country:CN",
    })
    void namesLeadToTheirIds(int article, String surface, String id) {
        assertThat(MENTIONS.get(article))
                .filteredOn(mention -> mention.surface().equals(surface))
                .extracting(Mention::entityId)
                .contains(id);
    }

    @Test
    void aGovernmentIsNotItsCity() {
        assertThat(readings(2, "Beijing"))
                .containsExactly("place:beijing-cn", "place:beijing-cn", "country:CN", "place:beijing-cn");
        assertThat(readings(1, "Seoul")).containsExactly("place:seoul-kr", "place:seoul-kr", "country:KR");
        assertThat(readings(0, "White House")).containsExactly("organization:white-house");
    }

    @Test
    void beijingIsTheCityInSixPlacesAndTheGovernmentInSix() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            all.addAll(readings(i, "Beijing"));
        }
        assertThat(all).filteredOn("place:beijing-cn"::equals).hasSize(6);
        assertThat(all).filteredOn("country:CN"::equals).hasSize(6);
    }

    @Test
    void officesAndPhotographersAreNoActors() {
        for (List<Mention> mentions : MENTIONS) {
            assertThat(mentions)
                    .extracting(Mention::surface)
                    .doesNotContain("State", "Lee Jin-man", "Rena Schild", "AFP", "Shutterstock");
        }
    }

    @Test
    void mentionsAreSortedAndNeverOverlap() {
        for (int i = 0; i < texts.size(); i++) {
            int free = 0;
            for (Mention mention : MENTIONS.get(i)) {
                assertThat(mention.start()).isGreaterThanOrEqualTo(free);
                assertThat(texts.get(i).substring(mention.start(), mention.end()))
                        .isEqualTo(mention.surface());
                free = mention.end();
            }
        }
    }

    private static List<String> readings(int article, String surface) {
        return MENTIONS.get(article).stream()
                .filter(mention -> mention.surface().equals(surface))
                .map(Mention::entityId)
                .toList();
    }
}

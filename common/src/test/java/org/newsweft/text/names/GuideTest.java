package org.newsweft.text.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsweft.text.Sentences;

/** What counts as a name in running news and whom it means; one row a kind of mistake that readers reported. */
class GuideTest {
    private static final NameFinder FINDER = NameFinder.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // States and provinces beat towns of their name, unless the text says otherwise.
                "Police in Florida arrested two men on Monday. | Florida=region:florida-us",
                "Virginia passed the bill, and Arizona followed. | Virginia=region:virginia-us; Arizona=region:arizona-us",
                "Havana sent doctors to Florida, Cuba, after the storm. | Havana=country:CU; Florida=place:florida-cu; Cuba=country:CU",
                "The company moved from Ontario to Quebec. | Ontario=region:ontario; Quebec=region:quebec",
                "She lives in New York and works in Washington, D.C., for a bank. | New York=place:new-york-us; Washington, D.C.=place:washington-us",
                // Parties, peoples and parts of the world.
                "Republicans and Democrats in Ohio agreed. | Republicans=organization:republican-party; Democrats=organization:democratic-party; Ohio=region:ohio-us",
                "The talks between Kurds and Turks failed. | Kurds=group:kurds; Turks=country:TR",
                "A Kurdish leader met European officials. | Kurdish=group:kurds; European=region:europe",
                "Houthi rebels fired at a ship in the Red Sea. | Houthi=organization:houthis; Red Sea=region:red-sea",
                // First names that are countries.
                "Jordan Ellerbeck opened a bakery in Tulsa. On Sunday Jordan won the prize. | Jordan Ellerbeck=person:jordan-ellerbeck; Tulsa=place:tulsa-us; Jordan=person:jordan-ellerbeck",
                // Nicknames, hyphens, degrees.
                "Luis “Shorty” Ramirez opened a gym. Ramirez smiled. | Luis “Shorty” Ramirez=person:luis-ramirez; Ramirez=person:luis-ramirez",
                "Joseph (Joe) Crandall spoke in Tucson. | Joseph (Joe) Crandall=person:joseph-crandall; Tucson=place:tucson-us",
                "Ian Hobbs, M.D., and Carla Yates, Ph.D., agreed. | Ian Hobbs=person:ian-hobbs; Carla Yates=person:carla-yates",
                // Common words, by what stands beside them.
                "Councillor Faith Hope spoke at the meeting. | Faith Hope=person:faith-hope",
                "The office of Quiet Harvest moved to Leeds. | Quiet Harvest=organization:quiet-harvest; Leeds=place:leeds-gb",
                "Volunteers served turkey. Turkey sandwiches were left over. | ",
                // A mere medium, a language, an event.
                "The mayor wrote on Facebook that she was tired. | ",
                "Regulators fined Facebook on Monday. | Facebook=organization:facebook",
                "He fought in the Vietnam War and speaks Korean. | ",
                "The FBI Special Agent spoke to the Defense Secretary aboard Air Force One. | FBI=organization:federal-bureau-of-investigation",
                // One body, whatever it is called; two countries' are two.
                "The US Senate voted on Monday. The Senate will meet again. | US Senate=organization:us-senate; Senate=organization:us-senate",
                "The White House denied it. | White House=organization:white-house",
                // The capital article of a title inside a sentence.
                "She told The Washington Post that it was over. | The Washington Post=organization:washington-post",
            })
    void namesAreWhatACarefulReaderMarks(String text, String names) {
        assertThat(FINDER.find(text, Sentences.of(text)).stream()
                        .map(mention -> mention.surface() + "=" + mention.entityId())
                        .toList())
                .containsExactlyElementsOf(
                        names == null ? java.util.List.of() : java.util.List.of(names.split("; ", -1)));
    }
}

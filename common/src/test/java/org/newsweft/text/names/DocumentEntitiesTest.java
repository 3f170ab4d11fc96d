package org.newsweft.text.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsweft.text.Sentences;
import org.newsweft.text.names.identity.DocumentEntity;
import org.newsweft.text.names.identity.PersonName;
import org.newsweft.text.names.lexicon.BodyNames;
import org.newsweft.text.names.lexicon.Gazetteer;
import org.newsweft.text.names.lexicon.Mention;
import org.newsweft.text.names.lexicon.WordLists;

/** What a document says of its entities, before documents are compared. */
class DocumentEntitiesTest {
    private static final NameFinder FINDER = NameFinder.load();

    @Test
    void twoWithOtherInitialsAreTwoAndTheSurnameMeansWhoCameFirst() {
        String text = "Senator Oswald A. Quimby spoke in Texas. His father, former Senator Oswald B. C. Quimby, "
                + "listened. Quimby was moved.";
        assertThat(idsOf(text, "Quimby")).containsExactly("person:oswald-a-quimby");
        assertThat(entity(text, "person:oswald-b-c-quimby").middle()).containsExactly("b", "c");
        assertThat(entity(text, "person:oswald-a-quimby").middle()).containsExactly("a");
    }

    @Test
    void aJuniorIsNotHisFather() {
        String text = "Donald Trump met his son. Donald Trump Jr. smiled.";
        assertThat(idsOf(text, "Donald Trump")).first().isEqualTo("person:donald-trump");
        assertThat(FINDER.find(text, Sentences.of(text)))
                .filteredOn(mention -> mention.start() > 20)
                .extracting(Mention::entityId)
                .containsExactly("person:donald-trump-jr");
    }

    @Test
    void nicknamesAndTheOtherOrderMeetInsideADocument() {
        String nickname = "Senator William Penrose spoke. Bill Penrose was pleased.";
        assertThat(idsOf(nickname, "Bill Penrose")).containsExactly("person:william-penrose");
        String order = "Finance Minister Kiichi Miyazawa spoke. Miyazawa Kiichi was pleased.";
        assertThat(idsOf(order, "Miyazawa Kiichi")).containsExactly("person:kiichi-miyazawa");
    }

    @Test
    void aKingIsKnownByHisTitle() {
        String text = "King Harald met the ministers on Monday. Harald was pleased.";
        assertThat(idsOf(text, "Harald")).containsExactly("person:king-harald", "person:king-harald");
        assertThat(entity(text, "person:king-harald").label()).isEqualTo("King Harald");
    }

    @Test
    void namesAreComparedWithoutHyphensAndByFamilyName() {
        assertThat(key("Kim Yo-jong")).isEqualTo(key("Kim Yo Jong")).isEqualTo("yojong kim");
        assertThat(key("Ursula von der Leyen")).isEqualTo("ursula von-der-leyen");
        assertThat(key("Ben Carson")).isEqualTo("ben carson");
        assertThat(key("J. D. Vance")).isEqualTo(key("J.D. Vance")).isEqualTo(key("JD Vance"));
        assertThat(key("José María Aznar")).isEqualTo("jose aznar");
        assertThat(key("Robert Kennedy Jr.")).isEqualTo("robert kennedy jr");
        assertThat(key("Kerry")).isEmpty();
    }

    @Test
    void officesStandBesideTheName() {
        String text =
                "On Monday Treasury Secretary James Baker met Vice President Walter Trelawney and Attorney General Anne Lowell. "
                        + "Oswald Quimby, the coach of the team, was there. Secretary of State Ruth Weller, who met the president, left.";
        assertThat(entity(text, "person:james-baker").roles()).containsExactly("secretary", "treasury secretary");
        assertThat(entity(text, "person:walter-trelawney").roles()).containsExactly("vice president");
        assertThat(entity(text, "person:anne-lowell").roles()).contains("attorney general");
        assertThat(entity(text, "person:oswald-quimby").roles()).containsExactly("coach");
        assertThat(entity(text, "person:oswald-quimby").fields()).containsExactly("sport");
        assertThat(entity(text, "person:ruth-weller").roles()).containsExactly("secretary", "secretary of state");
    }

    @Test
    void acronymsInBracketsAreRememberedAndCommonWordsLeadToTheirOnlyBody() {
        String text = "The Bureau of Harbour Safety (BHS) closed the port. The Bureau said that it was sorry.";
        assertThat(entity(text, "organization:bureau-of-harbour-safety").acronyms())
                .containsExactly("bhs");
        assertThat(BodyNames.key("bureau-of-harbour-safety")).isEqualTo("bureau-of-harbor-safety");
    }

    private static String key(String name) {
        return PersonName.of(name, Gazetteer.load(), WordLists.load().of("family_first"))
                .nameKey();
    }

    private static List<String> idsOf(String text, String surface) {
        return FINDER.find(text, Sentences.of(text)).stream()
                .filter(mention -> mention.surface().equals(surface))
                .map(Mention::entityId)
                .toList();
    }

    private static DocumentEntity entity(String text, String id) {
        List<DocumentEntity> entities = FINDER.read(text, Sentences.of(text)).entities();
        return entities.stream()
                .filter(entity -> entity.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + entities));
    }
}

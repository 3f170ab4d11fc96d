package org.newsweft.jobs.entities;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.store.EntityFile;
import org.newsweft.store.EntityFile.Entry;
import org.newsweft.table.facts.DocumentEntities;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.EntityDecisions;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Quotes;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class DecisionsTest extends SparkTest {
    private static final String DECIDED = "doc_id string, local_id string, entity_id string, reason string";
    private static final String WEIGHED = DECIDED + ", support long, rivals long";

    /** A handful of rows is not worth compiling queries for. */
    @Override
    public SparkConf conf() {
        return super.conf()
                .set("spark.sql.codegen.wholeStage", "false")
                .set("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .set("spark.sql.adaptive.enabled", "false")
                .set("spark.sql.shuffle.partitions", "1");
    }

    private final List<String> entities = new ArrayList<>();
    private final List<String> documents = new ArrayList<>();
    private EntityFile file = EntityFile.NONE;

    @Test
    void aNameWithoutMiddleNamesMeansTheOnlyFullerOneWhereTheyKeepTheSameCompany() {
        person("d1", "person:george-bush", "george bush", "w");
        person("d1", "person:karl-rove", "karl rove");
        person("d2", "person:george-bush", "george bush");
        person("d2", "person:karl-rove", "karl rove");
        person("d3", "person:mary-smith", "mary smith", "jane");
        person("d4", "person:mary-smith", "mary smith");

        assertRows(
                decided(),
                WEIGHED,
                row("d1", "person:george-bush", "person:george-bush", "own_name", 0, 0),
                row("d1", "person:karl-rove", "person:karl-rove", "own_name", 0, 0),
                // Karl Rove is met beside both.
                row("d2", "person:george-bush", "person:george-bush", "middle_name", 1, 0),
                row("d2", "person:karl-rove", "person:karl-rove", "own_name", 0, 0),
                // Nothing says that Mary Jane is the other Mary.
                row("d3", "person:mary-smith", "person:mary-jane-smith", "own_name", 0, 0),
                row("d4", "person:mary-smith", "person:mary-smith", "own_name", 0, 0));
    }

    @Test
    void twoWithOtherInitialsAreTwoAndTheNameWithoutIsNeither() {
        person("d1", "person:george-bush", "george bush", "w");
        person("d2", "person:george-bush", "george bush", "h", "w");
        person("d3", "person:george-bush", "george bush");
        for (String document : List.of("d1", "d2", "d3")) {
            person(document, "person:karl-rove", "karl rove");
        }

        assertRows(
                decided().where("local_id = 'person:george-bush'"),
                DECIDED,
                row("d1", "person:george-bush", "person:george-w-bush", "own_name"),
                row("d2", "person:george-bush", "person:george-h-w-bush", "own_name"),
                row("d3", "person:george-bush", "person:george-bush", "own_name"));
    }

    @Test
    void nicknamesAndSpellingsNeedPartnersAndDocumentsThatNameBothProveThatTheyAreTwo() {
        // Bill and William Clinton are both president, and met beside Al Gore.
        office("d1", "person:bill-clinton", "bill clinton", "president");
        person("d1", "person:al-gore", "al gore");
        office("d2", "person:william-clinton", "william clinton", "president");
        person("d2", "person:al-gore", "al gore");
        person("d3", "person:bill-clinton", "bill clinton");
        // Nothing but the name links these two.
        person("d3", "person:bill-ford", "bill ford");
        person("d4", "person:william-ford", "william ford");
        // Spelled otherwise, with three partners; the last pair stands in one document.
        for (String document : List.of("d5", "d6", "d7")) {
            person(document, "person:a-b", "ada byron");
            person(document, "person:c-d", "charles dodgson");
            person(document, "person:e-f", "emma frost");
        }
        person("d5", "person:sergei-ivanov", "sergei ivanov");
        person("d6", "person:sergey-ivanov", "sergey ivanov");
        person("d5", "person:maria-koval", "maria koval");
        person("d6", "person:marie-koval", "marie koval");
        person("d7", "person:maria-koval", "maria koval");
        person("d7", "person:marie-koval", "marie koval");

        assertRows(
                decided().where("local_id rlike 'clinton|ford|ivanov|koval'"),
                WEIGHED,
                row("d1", "person:bill-clinton", "person:bill-clinton", "own_name", 0, 0),
                row("d2", "person:william-clinton", "person:bill-clinton", "nickname", 2, 0),
                row("d3", "person:bill-clinton", "person:bill-clinton", "own_name", 0, 0),
                row("d3", "person:bill-ford", "person:bill-ford", "own_name", 0, 0),
                row("d4", "person:william-ford", "person:william-ford", "own_name", 0, 0),
                row("d5", "person:sergei-ivanov", "person:sergey-ivanov", "spelling", 3, 0),
                row("d6", "person:sergey-ivanov", "person:sergey-ivanov", "own_name", 0, 0),
                row("d5", "person:maria-koval", "person:maria-koval", "own_name", 0, 0),
                row("d6", "person:marie-koval", "person:marie-koval", "own_name", 0, 0),
                row("d7", "person:maria-koval", "person:maria-koval", "own_name", 0, 0),
                row("d7", "person:marie-koval", "person:marie-koval", "own_name", 0, 0));
    }

    @Test
    void hyphensAreNoPartOfANameAndTheOtherOrderNeedsEvidence() {
        person("d1", "person:kim-yo-jong", "yojong kim");
        person("d2", "person:kim-yojong", "yojong kim");
        person("d3", "person:kim-yo-jong", "yojong kim");
        office("d4", "person:taro-aso", "taro aso", "finance minister");
        office("d5", "person:aso-taro", "aso taro", "finance minister");
        person("d5", "person:hana-mori", "hana mori");
        person("d6", "person:mori-hana", "mori hana");

        assertRows(
                decided(),
                DECIDED,
                row("d1", "person:kim-yo-jong", "person:kim-yo-jong", "own_name"),
                row("d2", "person:kim-yojong", "person:kim-yo-jong", "spelling"),
                row("d3", "person:kim-yo-jong", "person:kim-yo-jong", "own_name"),
                row("d4", "person:taro-aso", "person:taro-aso", "own_name"),
                row("d5", "person:aso-taro", "person:taro-aso", "spelling"),
                row("d5", "person:hana-mori", "person:hana-mori", "own_name"),
                row("d6", "person:mori-hana", "person:mori-hana", "own_name"));
    }

    @Test
    void aSurnameMeansItsDominantBearerInThatOutletAndMonthOrStaysInItsDocument() {
        for (String document : List.of("d1", "d2", "d3", "d4")) {
            person(document, "person:jim-baker", "jim baker");
        }
        dated("d1", "Reuters", "1987-03-02");
        dated("d2", "Reuters", "1987-03-09");
        dated("d3", "Reuters", "1987-03-30");
        dated("d4", "AP", "1987-03-01");
        single("d5", "baker");
        dated("d5", "Reuters", "1987-03-31");
        // Another month, and another outlet that knows one Baker only.
        single("d6", "baker");
        dated("d6", "Reuters", "1987-04-01");
        single("d7", "baker");
        dated("d7", "AP", "1987-03-31");
        // Nobody of that name is known.
        single("d80123456789abcdef", "smith");

        assertRows(
                decided().where("local_id rlike ':baker|:smith'"),
                WEIGHED,
                row("d5", "person:baker", "person:jim-baker", "dominant_bearer", 3, 0),
                row("d6", "person:baker", "person:baker~d6", "local", 0, 0),
                row("d7", "person:baker", "person:baker~d7", "local", 0, 0),
                row("d80123456789abcdef", "person:smith", "person:smith~d80123456789", "local", 0, 0));
    }

    @Test
    void aSurnameThatIsACompanysNameTooIsLeftAlone() {
        for (String document : List.of("d1", "d2", "d3")) {
            person(document, "person:susan-phillips", "susan phillips");
            body(document, "organization:phillips-petroleum", "full");
            dated(document, "Reuters", "1987-03-02");
        }
        single("d4", "phillips");
        dated("d4", "Reuters", "1987-03-20");

        assertRows(
                decided().where("local_id = 'person:phillips'"),
                DECIDED,
                row("d4", "person:phillips", "person:phillips~d4", "local"));
    }

    @Test
    void aMonthThatAnOutletIsSilentOnIsToldByAllOutletsWithMoreEvidence() {
        for (String document : List.of("d1", "d2", "d3", "d4", "d5")) {
            person(document, "person:jim-baker", "jim baker");
            dated(document, "Reuters", "1987-03-02");
        }
        single("d6", "baker");
        dated("d6", "AP", "1987-03-31");
        // An undated document looks at all there is.
        single("d7", "baker");

        assertRows(
                decided().where("local_id = 'person:baker'"),
                WEIGHED,
                row("d6", "person:baker", "person:jim-baker", "dominant_bearer", 5, 0),
                row("d7", "person:baker", "person:jim-baker", "dominant_bearer", 5, 0));
    }

    @Test
    void theTitleChoosesAmongBearersAndExcludesWhoIsKnownByAnother() {
        for (String document : List.of("d1", "d2", "d3")) {
            office(document, "person:jim-baker", "jim baker", "secretary");
            office(document, "person:howard-baker", "howard baker", "chief");
            dated(document, "Reuters", "1987-03-02");
        }
        single("d4", "baker", "secretary");
        single("d5", "baker");
        single("d6", "baker", "judge");
        for (String document : List.of("d4", "d5", "d6")) {
            dated(document, "Reuters", "1987-03-20");
        }

        assertRows(
                decided().where("local_id = 'person:baker'"),
                WEIGHED,
                row("d4", "person:baker", "person:jim-baker", "title_bearer", 3, 0),
                row("d5", "person:baker", "person:baker~d5", "local", 0, 0),
                row("d6", "person:baker", "person:baker~d6", "local", 0, 0));
    }

    @Test
    void namesakesOfOtherWalksOfLifeAreToldApartUnlessTheyKeepTheSameCompany() {
        walk("d1", "person:john-smith", "john smith", "politics");
        walk("d2", "person:john-smith", "john smith", "politics");
        walk("d3", "person:john-smith", "john smith", "politics");
        walk("d4", "person:john-smith", "john smith", "sport");
        walk("d5", "person:john-smith", "john smith", "sport");
        walk("d6", "person:john-smith", "john smith");
        // An actor who became president: one partner of both lives holds him together.
        walk("d1", "person:ron-reed", "ron reed", "politics");
        walk("d2", "person:ron-reed", "ron reed", "politics");
        walk("d7", "person:ron-reed", "ron reed", "arts");
        walk("d8", "person:ron-reed", "ron reed", "arts");
        walk("d1", "person:nan-reed", "nan reed");
        walk("d7", "person:nan-reed", "nan reed");

        assertRows(
                decided().where("local_id = 'person:john-smith' or entity_id rlike '~'"),
                WEIGHED,
                row("d1", "person:john-smith", "person:john-smith", "own_name", 0, 0),
                row("d2", "person:john-smith", "person:john-smith", "own_name", 0, 0),
                row("d3", "person:john-smith", "person:john-smith", "own_name", 0, 0),
                row("d4", "person:john-smith", "person:john-smith~sport", "other_walk", 2, 3),
                row("d5", "person:john-smith", "person:john-smith~sport", "other_walk", 2, 3),
                row("d6", "person:john-smith", "person:john-smith", "own_name", 0, 0));
    }

    @Test
    void anAcronymMeansTheBodyThatOtherDocumentsIntroduceItFor() {
        for (String document : List.of("d1", "d2", "d7", "d8", "d9")) {
            body(document, "organization:office-of-personnel-management", "full", "opm");
        }
        body("d3", "organization:opm", "acronym");
        body("d4", "organization:bank-of-england", "full", "boe");
        body("d5", "organization:boe", "acronym");
        body("d6", "organization:ministry", "common");

        assertRows(
                decided().where("local_id rlike 'opm|boe|ministry'"),
                WEIGHED,
                row("d3", "organization:opm", "organization:office-of-personnel-management", "acronym", 5, 0),
                // Three letters, introduced once only.
                row("d5", "organization:boe", "organization:boe", "own_name", 0, 0),
                row("d6", "organization:ministry", "organization:ministry~d6", "local", 0, 0));
    }

    @Test
    void theUsersFileAlwaysWins() {
        for (String document : List.of("d1", "d2", "d3")) {
            person(document, "person:jim-baker", "jim baker");
            dated(document, "Reuters", "1987-03-02");
        }
        single("d4", "baker");
        dated("d4", "Reuters", "1987-03-02");
        single("d5", "chemical-ali");
        body("d6", "organization:delta", "full");
        file = new EntityFile(
                List.of(
                        new Entry("person:james-a-baker", "James A. Baker", "person", List.of("Jim Baker"), List.of()),
                        new Entry("person:ali-hassan", "Ali Hassan", "person", List.of("Chemical Ali"), List.of()),
                        new Entry("place:delta", "The Delta", "place", List.of("organization:delta"), List.of())),
                "1");

        assertRows(
                decided().where("doc_id >= 'd3'"),
                DECIDED + ", label string, type string",
                asked("d3", "person:jim-baker", "person:james-a-baker", "James A. Baker", "person"),
                // The surname leads to Jim Baker, and he to the file's.
                asked("d4", "person:baker", "person:james-a-baker", "James A. Baker", "person"),
                asked("d5", "person:chemical-ali", "person:ali-hassan", "Ali Hassan", "person"),
                asked("d6", "organization:delta", "place:delta", "The Delta", "place"));
    }

    @Test
    void whatTheFileKeepsApartNeverMerges() {
        person("d1", "person:kim-yo-jong", "yojong kim");
        office("d4", "person:taro-aso", "taro aso", "finance minister");
        office("d5", "person:aso-taro", "aso taro", "finance minister");
        for (String document : List.of("d6", "d7", "d8")) {
            person(document, "person:jim-baker", "jim baker");
            dated(document, "Reuters", "1987-03-02");
        }
        single("d9", "baker");
        dated("d9", "Reuters", "1987-03-02");
        file = new EntityFile(
                List.of(
                        new Entry(
                                "person:taro-aso",
                                "Taro Aso",
                                "person",
                                List.of("person:taro-aso"),
                                List.of("Aso Taro")),
                        new Entry("person:jim-baker", "Jim Baker", "person", List.of("Jim Baker"), List.of("Baker"))),
                "1");

        assertRows(
                decided().where("doc_id in ('d5', 'd9')"),
                DECIDED,
                row("d5", "person:aso-taro", "person:aso-taro", "own_name"),
                row("d9", "person:baker", "person:baker~d9", "user_file"));
    }

    @Test
    void mostDocumentsSayWhatKindOfThingANameIs() {
        for (String document : List.of("d1", "d2", "d3", "d4")) {
            body(document, "organization:coupang", "full");
        }
        single("d5", "coupang");
        place("d6", "place:coupang");
        // Whom a title introduces is a person, whatever the company is called.
        single("d7", "coupang", "senator");
        // Two documents against one are no corpus.
        body("d8", "organization:ardent", "full");
        body("d9", "organization:ardent", "full");
        single("d10", "ardent");
        // A surname of somebody whom a document names in full is left to the rules for surnames.
        for (String document : List.of("d11", "d12", "d13")) {
            body(document, "organization:ford", "full");
        }
        person("d14", "person:doug-ford", "doug ford");
        single("d15", "ford");

        assertRows(
                decided()
                        .where(
                                "local_id rlike 'coupang|ardent|ford' and doc_id not in ('d2', 'd3', 'd4', 'd9', 'd12', 'd13')"),
                DECIDED + ", type string",
                typed("d1", "organization:coupang", "organization:coupang", "own_name", "organization"),
                typed("d5", "person:coupang", "organization:coupang", "other_type", "organization"),
                typed("d6", "place:coupang", "organization:coupang", "other_type", "organization"),
                typed("d7", "person:coupang", "person:coupang~d7", "local", "person"),
                typed("d8", "organization:ardent", "organization:ardent", "own_name", "organization"),
                typed("d10", "person:ardent", "person:ardent~d10", "local", "person"),
                typed("d11", "organization:ford", "organization:ford", "own_name", "organization"),
                typed("d14", "person:doug-ford", "person:doug-ford", "own_name", "person"),
                typed("d15", "person:ford", "person:ford~d15", "local", "person"));
    }

    @Test
    void anUnlistedPlaceIsTheOnlyOneThatADocumentPutsSomewhere() {
        place("d1", "place:debel");
        entity("d2", "place:debel-lb", "place", "full", "debel", List.of(), List.of(), List.of(), List.of());
        place("d3", "place:springfield");
        entity(
                "d4",
                "place:springfield-us",
                "place",
                "full",
                "springfield",
                List.of(),
                List.of(),
                List.of(),
                List.of());
        entity(
                "d5",
                "place:springfield-ca",
                "place",
                "full",
                "springfield",
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertRows(
                Decisions.published(decided()),
                "doc_id string, entity_id string",
                "{'doc_id': 'd1', 'entity_id': 'place:debel-lb'}");
    }

    private void place(String document, String id) {
        entity(document, id, "place", "full", id.substring(6), List.of(), List.of(), List.of(), List.of());
    }

    private static String typed(String document, String localId, String entityId, String reason, String type) {
        return "{'doc_id': '%s', 'local_id': '%s', 'entity_id': '%s', 'reason': '%s', 'type': '%s'}"
                .formatted(document, localId, entityId, reason, type);
    }

    @Test
    void onlyWhoMeansSomebodyElseThanBeforeIsMoved() {
        Dataset<Row> decided = rows(
                "doc_id string, local_id string, entity_id string, type string, own_type string",
                "{'doc_id': 'd1', 'local_id': 'person:x', 'entity_id': 'person:x', 'type': 'person', 'own_type': 'person'}",
                "{'doc_id': 'd1', 'local_id': 'person:y', 'entity_id': 'person:z', 'type': 'person', 'own_type': 'person'}",
                "{'doc_id': 'd2', 'local_id': 'person:y', 'entity_id': 'person:z', 'type': 'person', 'own_type': 'person'}",
                "{'doc_id': 'd2', 'local_id': 'place:q', 'entity_id': 'place:q', 'type': 'place', 'own_type': 'place'}");
        Dataset<Row> inForce = rows(
                EntityDecisions.TABLE,
                "{'doc_id': 'd2', 'local_id': 'person:y', 'entity_id': 'person:z', 'type': 'person'}",
                // The user's file said so, and says so no more.
                "{'doc_id': 'd2', 'local_id': 'place:q', 'entity_id': 'place:p', 'type': 'place'}");
        Dataset<Row> moved = Decisions.moved(decided, inForce);

        assertRows(
                moved,
                "doc_id string, local_id string, new_id string, new_type string",
                "{'doc_id': 'd1', 'local_id': 'person:y', 'new_id': 'person:z', 'new_type': 'person'}",
                "{'doc_id': 'd2', 'local_id': 'place:q', 'new_id': 'place:q', 'new_type': 'place'}");
        assertRows(
                Decisions.led(
                        rows(
                                Mentions.TABLE,
                                "{'doc_id': 'd1', 'start': 0, 'local_id': 'person:y', 'entity_id': 'person:y', 'type': 'person'}",
                                "{'doc_id': 'd2', 'start': 0, 'local_id': 'person:y', 'entity_id': 'person:z', 'type': 'person'}"),
                        moved),
                "doc_id string, entity_id string",
                "{'doc_id': 'd1', 'entity_id': 'person:z'}",
                "{'doc_id': 'd2', 'entity_id': 'person:z'}");
        assertRows(
                Decisions.ledSpeakers(
                        rows(
                                Quotes.TABLE,
                                "{'doc_id': 'd1', 'start': 0, 'speaker_local_id': 'person:y', 'speaker_entity_id': 'person:y'}",
                                "{'doc_id': 'd1', 'start': 9}"),
                        moved),
                "doc_id string, start long, speaker_entity_id string",
                "{'doc_id': 'd1', 'start': 0, 'speaker_entity_id': 'person:z'}",
                "{'doc_id': 'd1', 'start': 9}");
    }

    private Dataset<Row> decided() {
        for (String entity : entities) {
            String document = entity.replaceAll("^\\{'doc_id': '([^']*)'.*", "$1");
            if (documents.stream().noneMatch(known -> known.contains("'" + document + "'"))) {
                documents.add("{'doc_id': '" + document + "', 'is_copy': false}");
            }
        }
        return Decisions.of(
                rows(DocumentEntities.TABLE, entities.toArray(String[]::new)),
                rows(Documents.TABLE, documents.toArray(String[]::new)),
                AskedEntities.nicknames(spark()),
                AskedEntities.of(spark(), file.entries()));
    }

    private void person(String document, String id, String key, String... middle) {
        entity(document, id, "person", "full", key, List.of(middle), List.of(), List.of(), List.of());
    }

    private void office(String document, String id, String key, String role) {
        entity(document, id, "person", "full", key, List.of(), List.of(role), List.of(), List.of());
    }

    private void walk(String document, String id, String key, String... walks) {
        entity(document, id, "person", "full", key, List.of(), List.of(), List.of(walks), List.of());
    }

    private void single(String document, String name, String... roles) {
        entity(document, "person:" + name, "person", "single", name, List.of(), List.of(roles), List.of(), List.of());
    }

    private void body(String document, String id, String form, String... acronyms) {
        entity(
                document,
                id,
                "organization",
                form,
                id.substring(13),
                List.of(),
                List.of(),
                List.of(),
                List.of(acronyms));
    }

    private void entity(
            String document,
            String id,
            String type,
            String form,
            String key,
            List<String> middle,
            List<String> roles,
            List<String> walks,
            List<String> acronyms) {
        String[] names = key.split(" ", -1);
        String full = String.join("-", names[0], String.join("-", middle), names[names.length - 1])
                .replaceAll("-+", "-");
        entities.add(("{'doc_id': '%s', 'local_id': '%s', 'label': '%s', 'type': '%s', 'form': '%s', 'name_key': '%s',"
                        + " 'middle': %s, 'full_name': '%s', 'short_forms': ['%s'], 'roles': %s, 'walks': %s,"
                        + " 'acronyms': %s}")
                .formatted(
                        document,
                        id,
                        id.substring(id.indexOf(':') + 1),
                        type,
                        form,
                        key,
                        array(middle),
                        full,
                        names[names.length - 1],
                        array(roles),
                        array(walks),
                        array(acronyms)));
    }

    private void dated(String document, String outlet, String date) {
        documents.add(("{'doc_id': '%s', 'outlet': '%s', 'published_on': '%s', 'published_precision': 'day',"
                        + " 'is_copy': false}")
                .formatted(document, outlet, date));
    }

    private static String array(List<String> values) {
        return values.isEmpty() ? "[]" : "['" + String.join("', '", values) + "']";
    }

    private static String row(String document, String localId, String entityId, String reason) {
        return "{'doc_id': '%s', 'local_id': '%s', 'entity_id': '%s', 'reason': '%s'}"
                .formatted(document, localId, entityId, reason);
    }

    private static String row(
            String document, String localId, String entityId, String reason, long support, long rivals) {
        return row(document, localId, entityId, reason)
                .replace("}", ", 'support': " + support + ", 'rivals': " + rivals + "}");
    }

    private static String asked(String document, String localId, String entityId, String label, String type) {
        return row(document, localId, entityId, "user_file")
                .replace("}", ", 'label': '" + label + "', 'type': '" + type + "'}");
    }
}

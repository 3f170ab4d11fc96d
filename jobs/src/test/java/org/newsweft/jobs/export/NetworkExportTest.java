package org.newsweft.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.figures.EntityNetwork;
import org.newsweft.table.figures.EntityTone;
import org.newsweft.table.schema.Granularity;
import org.newsweft.table.schema.Table;
import org.newsweft.testing.SparkTest;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@SuppressWarnings("serial")
class NetworkExportTest extends SparkTest {
    @TempDir
    private Path folder;

    /** Four names in a row a, b, c, d; the first label is a formula, the second has a bell and the signs of XML. */
    private Function<Table, Dataset<Row>> tables() {
        Dataset<Row> entities = rows(
                Entities.TABLE,
                "{'entity_id': 'a', 'label': '=1+1', 'type': 'person', 'mention_count': 9, 'document_count': 4}",
                "{'entity_id': 'b', 'label': 'Bell\\u0007 & <Sons>', 'type': 'organization', 'mention_count': 8, 'document_count': 3}",
                "{'entity_id': 'c', 'label': 'Chad', 'type': 'country', 'mention_count': 7, 'document_count': 2}",
                "{'entity_id': 'd', 'label': 'Dora', 'type': 'person', 'mention_count': 6, 'document_count': 1}");
        Dataset<Row> pairs = rows(
                EntityCooccurrence.TABLE,
                pair("all", null, "a", "b", "person", "organization", 5, 0.01),
                pair("all", null, "b", "c", "organization", "country", 3, 0.04),
                pair("all", null, "c", "d", "country", "person", 1, 1.0),
                pair("month", "2026-02-01", "a", "b", "person", "organization", 2, 0.03),
                pair("month", "2026-03-01", "a", "b", "person", "organization", 3, 0.02),
                pair("month", "2026-03-01", "b", "c", "organization", "country", 3, 0.9));
        Dataset<Row> network = rows(
                EntityNetwork.TABLE,
                "{'granularity': 'all', 'entity_id': 'a', 'degree': 1, 'strength': 5, 'pagerank': 0.25, 'betweenness': 0.0, 'community': 'a', 'community_label': 'Bell'}");
        Dataset<Row> tone = rows(
                EntityTone.TABLE,
                "{'granularity': 'all', 'entity_id': 'a', 'outlet': '(all)', 'score': -0.5}",
                "{'granularity': 'all', 'entity_id': 'a', 'outlet': 'FCW', 'score': 0.5}");
        return Map.of(
                Entities.TABLE,
                entities,
                EntityCooccurrence.TABLE,
                pairs,
                EntityNetwork.TABLE,
                network,
                EntityTone.TABLE,
                tone)::get;
    }

    private static String pair(
            String granularity, String start, String a, String b, String typeA, String typeB, long units, double p) {
        return ("{'scope': 'sentence', 'granularity': '%s', 'period_start': %s, 'entity_a': '%s', 'entity_b': '%s', 'type_a': '%s',"
                        + " 'type_b': '%s', 'n_ab': %d, 'backbone_p': %s, 'npmi': 0.5, 'entity_a_label': '%s', 'entity_b_label': '%s'}")
                .formatted(
                        granularity,
                        start == null ? "null" : "'" + start + "'",
                        a,
                        b,
                        typeA,
                        typeB,
                        units,
                        p,
                        label(a),
                        label(b));
    }

    private static String label(String id) {
        return switch (id) {
            case "a" -> "=1+1";
            case "b" -> "Bell\\u0007 & <Sons>";
            case "c" -> "Chad";
            default -> "Dora";
        };
    }

    private static ExportSettings everything() {
        return settings(Granularity.ALL, null, 0, Double.NaN, Set.of(), null, 1);
    }

    private static ExportSettings settings(
            Granularity granularity,
            LocalDate period,
            long top,
            double backbone,
            Set<String> types,
            String around,
            int depth) {
        return new ExportSettings("sentence", granularity, period, top, backbone, types, around, depth);
    }

    @Test
    void graphMlHasNamesAndMeasures() throws Exception {
        Document xml = xml(write(everything(), ExportFormat.GRAPHML, "net.graphml"));

        assertThat(texts(xml, "node", "id")).containsExactly("a", "b", "c", "d");
        assertThat(texts(xml, "edge", "source")).containsExactly("a", "b", "c");
        assertThat(xml.getElementsByTagName("node").item(1).getTextContent()).contains("Bell  & <Sons>");
        assertThat(data((Element) xml.getElementsByTagName("edge").item(0)))
                .contains(Map.entry("edge_weight", "5.0"), Map.entry("edge_n_ab", "5"), Map.entry("edge_npmi", "0.5"))
                // What the table does not say is not there.
                .doesNotContainKey("edge_npmi_low");
        assertThat(data((Element) xml.getElementsByTagName("node").item(0)))
                .contains(
                        Map.entry("node_tone", "-0.5"),
                        Map.entry("node_pagerank", "0.25"),
                        Map.entry("node_type", "person"));
    }

    @Test
    void gexfOverTimeHasAWeightForEveryPeriod() throws Exception {
        Document xml = xml(write(
                settings(Granularity.MONTH, null, 0, Double.NaN, Set.of(), null, 1), ExportFormat.GEXF, "net.gexf"));

        Element graph = (Element) xml.getElementsByTagName("graph").item(0);
        assertThat(graph.getAttribute("mode")).isEqualTo("dynamic");
        Element first = (Element) xml.getElementsByTagName("edge").item(0);
        assertThat(first.getAttribute("weight")).isEqualTo("5.0");
        assertThat(attributes(first, "attvalue", "for", "value", "start", "end"))
                .containsExactly("weight 2.0 2026-02-01 2026-02-28", "weight 3.0 2026-03-01 2026-03-31");
        assertThat(attributes(first, "spell", "start", "end"))
                .containsExactly("2026-02-01 2026-02-28", "2026-03-01 2026-03-31");
        assertThat(xml.getElementsByTagName("edge").getLength()).isEqualTo(2);
    }

    @Test
    void gexfOfOnePeriodStandsStill() throws Exception {
        Document xml = xml(write(
                settings(Granularity.MONTH, LocalDate.of(2026, 2, 1), 0, Double.NaN, Set.of(), null, 1),
                ExportFormat.GEXF,
                "net.gexf"));

        assertThat(((Element) xml.getElementsByTagName("graph").item(0)).getAttribute("mode"))
                .isEqualTo("static");
        assertThat(texts(xml, "node", "id")).containsExactly("a", "b");
        assertThat(xml.getElementsByTagName("spell").getLength()).isZero();
        // Every value is of an attribute that was declared.
        assertThat(texts(xml, "attribute", "id")).containsAll(texts(xml, "attvalue", "for"));
    }

    @Test
    void sheetsForGephiHoldNoFormula() throws IOException {
        write(everything(), ExportFormat.CSV, "net.csv");

        assertThat(Files.readAllLines(folder.resolve("net.csv")))
                .hasSize(4)
                .first()
                .asString()
                .startsWith("Source,Target,Type,Weight,Label,n_ab,");
        assertThat(Files.readAllLines(folder.resolve("net.csv")).get(1))
                .startsWith("a,b,Undirected,5,'=1+1 – Bell  & <Sons>,5,");
        assertThat(Files.readAllLines(folder.resolve("net-nodes.csv")).get(1))
                .startsWith("a,'=1+1,person,9,4,1,5,0.25,");
    }

    @Test
    void jsonHasNodesAndLinks() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(write(everything(), ExportFormat.JSON, "net.json").toFile());

        assertThat(json.get("nodes")).hasSize(4);
        assertThat(json.get("links")).hasSize(3);
        assertThat(json.get("links").get(1).get("source").asText()).isEqualTo("b");
        assertThat(json.get("links").get(1).get("weight").asLong()).isEqualTo(3);
        assertThat(json.get("nodes").get(1).get("label").asText()).isEqualTo("Bell\u0007 & <Sons>");
        assertThat(json.get("nodes").get(1).get("tone").isNull()).isTrue();
    }

    @Test
    void excelHasTwoSheetsOfTexts() throws IOException {
        Path file = write(everything(), ExportFormat.XLSX, "net.xlsx");

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(Object::toString))
                    .contains("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml");
            String names = part(zip, "xl/worksheets/sheet1.xml");
            // No cell is a formula.
            assertThat(names).doesNotContain("<f>");
            assertThat(part(zip, "xl/sharedStrings.xml")).contains("=1+1").contains("Bell  &amp; &lt;Sons&gt;");
        }
    }

    @Test
    void takesThePartThatWasAskedFor() throws Exception {
        assertThat(pairsOf(settings(Granularity.ALL, null, 1, Double.NaN, Set.of(), null, 1)))
                .containsExactly("a");
        assertThat(pairsOf(settings(Granularity.ALL, null, 0, 0.04, Set.of(), null, 1)))
                .containsExactly("a", "b");
        assertThat(pairsOf(settings(Granularity.ALL, null, 0, Double.NaN, Set.of("person", "country"), null, 1)))
                .containsExactly("c");
        assertThat(pairsOf(settings(Granularity.ALL, null, 0, Double.NaN, Set.of(), "a", 1)))
                .containsExactly("a");
        assertThat(pairsOf(settings(Granularity.ALL, null, 0, Double.NaN, Set.of(), "DORA", 2)))
                .containsExactly("b", "c");
    }

    @Test
    void saysWhatIsWrongAndLeavesWhatWasThere() throws IOException {
        Path file = folder.resolve("net.json");
        Files.writeString(file, "before");

        assertThatThrownBy(() -> write(
                        settings(Granularity.MONTH, null, 0, Double.NaN, Set.of(), null, 1),
                        ExportFormat.JSON,
                        "net.json"))
                .hasMessage("only gexf shows periods one after the other: say which one with --period");
        assertThatThrownBy(() -> write(
                        settings(Granularity.ALL, null, 0, Double.NaN, Set.of(), "Nobody", 1),
                        ExportFormat.JSON,
                        "net.json"))
                .hasMessageStartingWith("nobody is called 'Nobody'");
        assertThat(Files.readString(file)).isEqualTo("before");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private List<String> pairsOf(ExportSettings settings) throws Exception {
        return texts(xml(write(settings, ExportFormat.GRAPHML, "part.graphml")), "edge", "source");
    }

    private Path write(ExportSettings settings, ExportFormat format, String name) {
        Path file = folder.resolve(name);
        NetworkExport.write(tables(), settings, format, file);
        return file;
    }

    private static Document xml(Path file) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<String> texts(Document xml, String element, String attribute) {
        return elements(xml.getDocumentElement(), element).stream()
                .map(found -> found.getAttribute(attribute))
                .toList();
    }

    private static List<String> attributes(Element within, String element, String... attributes) {
        return elements(within, element).stream()
                .map(found -> String.join(
                        " ",
                        List.of(attributes).stream().map(found::getAttribute).toList()))
                .toList();
    }

    private static Map<String, String> data(Element within) {
        return elements(within, "data").stream()
                .collect(
                        java.util.stream.Collectors.toMap(found -> found.getAttribute("key"), Element::getTextContent));
    }

    private static List<Element> elements(Element within, String name) {
        var found = within.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static String part(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

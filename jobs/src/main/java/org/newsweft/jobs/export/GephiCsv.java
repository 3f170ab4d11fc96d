package org.newsweft.jobs.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Two sheets of comma-separated values as Gephi's import wants them: edges by Source, Target, Weight, and nodes by Id. */
final class GephiCsv implements GraphWriter {
    private final CSVPrinter nodes;
    private final CSVPrinter edges;

    GephiCsv(OutputStream nodes, OutputStream edges, Head head) throws IOException {
        this.nodes = printer(nodes);
        this.edges = printer(edges);
        this.nodes.printRecord(names(List.of("Id", "Label"), head.nodeAttributes()));
        this.edges.printRecord(names(List.of("Source", "Target", "Type", "Weight", "Label"), head.edgeAttributes()));
    }

    @Override
    public void node(Node node) throws IOException {
        record(nodes, List.of(node.id(), node.label()), node.values());
    }

    @Override
    public void edge(Edge edge) throws IOException {
        record(edges, List.of(edge.source(), edge.target(), "Undirected", edge.weight(), edge.label()), edge.values());
    }

    @Override
    public void close() throws IOException {
        try (nodes) {
            edges.close(true);
        }
    }

    private static CSVPrinter printer(OutputStream out) throws IOException {
        return new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    }

    private static List<String> names(List<String> first, List<Attribute> attributes) {
        return Stream.concat(first.stream(), attributes.stream().map(Attribute::name))
                .toList();
    }

    private static void record(CSVPrinter printer, List<Object> first, List<Object> values) throws IOException {
        List<Object> cells = new ArrayList<>();
        for (Object value : first) {
            cells.add(value instanceof String text ? PlainText.cell(text) : value);
        }
        for (Object value : values) {
            cells.add(value instanceof String text ? PlainText.cell(text) : value);
        }
        printer.printRecord(cells);
    }
}

package org.newsweft.jobs.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An Excel workbook of two sheets, names and pairs. Texts are texts: a cell that starts like a formula is none. */
final class ExcelSheets implements GraphWriter {
    /** Of a sheet, the headings included. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST_TEXT = 32_000;
    private static final int FLUSHED = 1_000;

    private final OutputStream out;
    private final Workbook workbook;
    private final Head head;
    private Worksheet sheet;
    private int row;
    private boolean isInEdges;

    ExcelSheets(OutputStream out, Head head) {
        this.out = out;
        this.head = head;
        this.workbook = new Workbook(out, "Newsweft", "1.0");
        open("names", List.of("id", "name"), head.nodeAttributes());
    }

    @Override
    public void node(Node node) throws IOException {
        record(List.of(node.id(), node.label()), node.values());
    }

    @Override
    public void edge(Edge edge) throws IOException {
        enterEdges();
        record(List.of(edge.source(), edge.target(), edge.label(), edge.weight()), edge.values());
    }

    @Override
    public void close() throws IOException {
        try (out) {
            enterEdges();
            sheet.finish();
            workbook.close();
        }
    }

    private void enterEdges() throws IOException {
        if (!isInEdges) {
            isInEdges = true;
            sheet.finish();
            open("pairs", List.of("source", "target", "names", "weight"), head.edgeAttributes());
        }
    }

    private void open(String name, List<String> first, List<Attribute> attributes) {
        sheet = workbook.newWorksheet(name);
        sheet.freezePane(2, 1);
        row = 0;
        List<String> headings = new ArrayList<>(first);
        attributes.forEach(attribute -> headings.add(attribute.name()));
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column));
        }
    }

    private void record(List<Object> first, List<Object> values) throws IOException {
        row++;
        if (row >= MOST_ROWS) {
            throw new IOException("an Excel sheet has no more than 1,048,576 rows: ask for fewer pairs with --top");
        }
        int column = 0;
        for (Object value : first) {
            cell(column++, value);
        }
        for (Object value : values) {
            cell(column++, value);
        }
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof String text) {
            String clean = PlainText.withoutControls(text);
            sheet.value(row, column, clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) : clean);
        }
    }
}

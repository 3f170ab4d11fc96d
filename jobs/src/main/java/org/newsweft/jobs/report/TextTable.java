package org.newsweft.jobs.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns: numbers to the right, words to the left. */
final class TextTable {
    private static final int WIDEST = 60;

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<String> head) {
        this.head = head;
    }

    static TextTable of(String... head) {
        return new TextTable(List.of(head));
    }

    TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    int size() {
        return rows.size();
    }

    void print(PrintWriter out, String indent) {
        int[] widths = new int[head.size()];
        boolean[] right = new boolean[head.size()];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            widths[column] = Math.max(
                    head.get(column).length(),
                    rows.stream()
                            .mapToInt(row -> cut(row.get(at)).length())
                            .max()
                            .orElse(0));
            right[column] = !rows.isEmpty() && rows.stream().allMatch(row -> isNumber(row.get(at)));
        }
        line(out, indent, head, widths, right);
        rows.forEach(row -> line(out, indent, row, widths, right));
    }

    private static void line(PrintWriter out, String indent, List<String> cells, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder(indent);
        for (int column = 0; column < widths.length; column++) {
            String cell = cut(cells.get(column));
            String padding = " ".repeat(widths[column] - cell.length());
            line.append(right[column] ? padding + cell : cell + padding).append("  ");
        }
        out.println(line.toString().stripTrailing());
    }

    private static String cut(String cell) {
        return cell.length() <= WIDEST ? cell : cell.substring(0, WIDEST - 1) + "\u2026";
    }

    private static boolean isNumber(String cell) {
        return cell.chars().allMatch(c -> Character.isDigit(c) || "+-.,% \u2026".indexOf(c) >= 0);
    }
}

package org.newsweft.table;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Table;

/** The reference of the published tables, {@code docs/tables.md}, made from the tables themselves. */
public final class TableReference {
    private static final String CONVENTIONS = """
            # The tables

            Generated from the table classes in `common/src/main/java/org/newsweft/table`; a test keeps it current.
            Change a comment there, then run `mvn -pl common test -Dtest=TableReferenceTest -Dnewsweft.update=true`.

            ## Conventions

            - **Files.** One flat folder of plain Parquet per table, `tables/<table>/*.parquet`. Every file of a table
              has its full schema, also when the table has no row. No `key=value` folders.
            - **Types.** Counts are `bigint`, measures `double`, text is UTF-8 `string`, instants are UTC. A required
              column never holds null; for the others the meaning says what null stands for.
            - **Order** is that of the rows inside a file: the column that readers filter on first comes first, so
              that the statistics of row groups let a reader skip most of the file.
            - **Offsets** (`start`, `end`) count UTF-16 code units, as Java strings do, half open:
              `text.substring(start, end)` is the stretch meant. They differ from the offsets of Python, which counts
              code points, only after characters outside the basic plane, such as emoji.
            - **Ids.** `doc_id` is made of the document's source alone: it stays when the text changes. `entity_id`
              can be read: `country:KR`, `region:EU`, `place:seoul-kr`, `person:john-kerry`,
              `organization:sony-pictures-entertainment`.
            - **Periods.** `granularity` is `day`, `week` (starts Monday), `month`, `year` or `all`; `period_start` is
              the first day of the period, null for `all`. A document counts in a granularity only if its date is at
              least that precise; an undated document counts in `all` alone, and never in a trend.
            - **Copies.** A copy is a document that tells the story of an earlier one in nearly the same words
              (`documents.is_copy`). Unless a column says `_with_copies`, figures count each story once. `sentences`,
              `mentions`, `quotes` and `document_tone` hold the rows of copies, too: join `documents` to leave them
              out.

            """;

    private TableReference() {}

    /** The reference as Markdown: the conventions, the list of tables, and one section per published table. */
    public static String markdown() {
        StringBuilder page = new StringBuilder(CONVENTIONS);
        page.append("## All tables\n\n| table | what it answers |\n|---|---|\n");
        for (Table table : Tables.published()) {
            page.append("| [`%s`](#%s) | %s |\n".formatted(table.name(), table.name(), cell(table.answers())));
        }
        Tables.published().forEach(table -> page.append(section(table)));
        return page.toString();
    }

    private static String section(Table table) {
        StringBuilder section = new StringBuilder("\n## ").append(table.name()).append("\n\n");
        section.append(table.answers()).append(". ").append(table.row()).append("\n\n");
        section.append("Key: ").append(names(table.key())).append(".\n");
        section.append("Order: ").append(names(table.sortedBy())).append(".\n\n");
        section.append("| column | type | null | meaning |\n|---|---|---|---|\n");
        for (Field column : table.columns()) {
            section.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            column.name(),
                            column.type().sparkType().simpleString(),
                            column.required() ? "never" : "may be",
                            cell(column.comment())));
        }
        return section.toString();
    }

    private static String names(List<Field> columns) {
        return columns.stream().map(column -> "`" + column.name() + "`").collect(joining(", "));
    }

    /** Text for a cell: a bar would end it, and an angle bracket would start a tag. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}

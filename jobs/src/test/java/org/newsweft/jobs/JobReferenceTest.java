package org.newsweft.jobs;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.newsweft.jobs.engine.Job;
import org.newsweft.table.Tables;
import org.newsweft.table.figures.Runs;
import org.newsweft.table.schema.Table;

/** docs/jobs.md says what the jobs declare, and what they declare makes sense. */
class JobReferenceTest {
    private static final Path REFERENCE =
            SeedWarehouse.seeds().resolveSibling("docs").resolve("jobs.md");

    private static final String HEAD = """
            # The jobs

            Generated from what the jobs declare, to which they are held while they run; a test keeps it current. Change a
            job, then run `mvn -pl jobs -am test -Dtest=JobReferenceTest -Dnewsweft.update=true`.

            A run goes through them in this order, from `events` on side by side where one does not read what another writes. Each table is written by one job, in one commit. Tables in italics are the
            pipeline's own memory: they stay in the lake. `runs` is written by `Nightly` itself.

            | job | reads | writes |
            |---|---|---|
            """;

    @Test
    void theReferenceIsCurrent() throws IOException {
        if (Boolean.getBoolean("newsweft.update")) {
            Files.writeString(REFERENCE, markdown());
        }
        assertThat(REFERENCE).exists().content().isEqualTo(markdown());
    }

    @Test
    void everyTableIsWrittenByOneJobAndReadAfterIt() {
        Set<Table> written = new HashSet<>();
        Set<Table> toCome =
                Nightly.JOBS.stream().flatMap(job -> job.writes().stream()).collect(toSet());
        for (Job<?, ?> job : Nightly.JOBS) {
            assertThat(written).as(job.name()).doesNotContainAnyElementsOf(job.writes());
            written.addAll(job.writes());
            assertThat(toCome).as(job.name()).containsAll(job.reads());
        }
        assertThat(Tables.all()).allMatch(table -> written.contains(table) || table.equals(Runs.TABLE));
    }

    private static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Job<?, ?> job : Nightly.JOBS) {
            page.append("| `%s` | %s | %s |\n".formatted(job.name(), names(job.reads()), names(job.writes())));
        }
        return page.toString();
    }

    /** Names in the order in which a run fills the tables. */
    private static String names(Collection<Table> tables) {
        return Tables.all().stream()
                .filter(tables::contains)
                .map(table -> table.published() ? "`" + table.name() + "`" : "*`" + table.name() + "`*")
                .collect(joining(", "));
    }
}

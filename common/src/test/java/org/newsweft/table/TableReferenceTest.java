package org.newsweft.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/tables.md says what the table classes say. */
class TableReferenceTest {
    /** Maven names the module's folder; an IDE may start in the project's. */
    private static final Path REFERENCE = moduleFolder().resolveSibling("docs").resolve("tables.md");

    @Test
    void theReferenceIsCurrent() throws IOException {
        if (Boolean.getBoolean("newsweft.update")) {
            Files.createDirectories(REFERENCE.getParent());
            Files.writeString(REFERENCE, TableReference.markdown());
        }
        assertThat(REFERENCE)
                .as(
                        "%s is generated: run mvn -pl common test -Dtest=TableReferenceTest -Dnewsweft.update=true, and commit it",
                        REFERENCE)
                .exists()
                .content()
                .isEqualTo(TableReference.markdown());
    }

    @Test
    void noBarInACommentBreaksItsCell() {
        assertThat(TableReference.markdown().lines().filter(line -> line.startsWith("| `")))
                .isNotEmpty()
                // Name, type, null and meaning: three bars inside, one at each end.
                .allMatch(line ->
                        line.replace("\\|", "").chars().filter(c -> c == '|').count() == 5);
    }

    private static Path moduleFolder() {
        Path started = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        return started.endsWith("common") ? started : started.resolve("common");
    }
}

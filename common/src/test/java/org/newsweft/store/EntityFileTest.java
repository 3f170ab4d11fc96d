package org.newsweft.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsweft.store.EntityFile.Entry;

class EntityFileTest {
    private static final Entry KERRY = new Entry(
            "person:john-kerry",
            "John Kerry",
            "person",
            List.of("person:john-kerry", "John Kerry", "John F. Kerry", "J. Kerry"),
            List.of("Bob Kerry"));
    private static final Entry OPM = new Entry(
            "organization:opm",
            "Personnel Office",
            "organization",
            List.of("organization:opm", "Personnel Office"),
            List.of());

    @TempDir
    private Path folder;

    @Test
    void csvAndJsonLinesSayTheSame() throws IOException {
        EntityFile csv = read("entities.csv", """
                # our people
                id,label,type,aliases,never
                person:john-kerry,John Kerry,person,John F. Kerry | J. Kerry,Bob Kerry

                organization:opm,"Personnel Office",,,
                """);
        EntityFile json = read("entities.jsonl", """
                {"id": "person:john-kerry", "label": "John Kerry", "aliases": ["John F. Kerry", "J. Kerry"], "never": ["Bob Kerry"]}
                {"id": "organization:opm", "aliases": ["Personnel Office"]}
                """);
        assertThat(csv.entries()).containsExactly(KERRY, OPM);
        assertThat(json.entries()).containsExactly(KERRY, OPM);
        assertThat(csv.hash()).hasSize(64).isNotEqualTo(json.hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "id,name~person:x,X; line 1: has the unknown field 'name'",
                "label~X; line 1: has no field 'id'",
                "id,label~person:x,X~John Kerry,Kerry; line 3: has the id 'John Kerry': write type:name",
                "id,label~animal:x,X; line 2: has the type 'animal'",
                "id,label~person:x,; line 2: names nothing",
                "id,aliases~person:x,A|B~person:y,b; line 3: gives 'b' another meaning than line 2",
                "id,aliases,never~person:x,A,A; line 2: says that 'A' is and is never person:x",
                "id,label~person:x,Smith, John; line 2: has 3 fields, the header 2: quote commas",
            })
    void whatMakesNoSenseIsRefusedWithItsLine(String csv, String message) {
        assertThatThrownBy(() -> read("entities.csv", csv.replace('~', '\n')))
                .isInstanceOfSatisfying(
                        RunFailure.class,
                        failure -> assertThat(failure.kind().exitStatus()).isEqualTo(2))
                .hasMessageContaining("entities.csv, " + message);
    }

    @Test
    void brokenJsonAndMissingFilesAreRefused() {
        assertThatThrownBy(() -> read("entities.jsonl", "{\"id\": \"person:x\", \"label\": \"X\"}\n{\"id\""))
                .hasMessageContaining("entities.jsonl, line 2: is no JSON");
        assertThatThrownBy(() -> read("entities.jsonl", "{\"id\": \"person:x\", \"aliases\": \"X\"}"))
                .hasMessageContaining("line 1: needs a list of names");
        assertThatThrownBy(() -> EntityFile.read(folder.resolve("none.csv").toString(), new Configuration()))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("no such file");
    }

    private EntityFile read(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return EntityFile.read(file.toString(), new Configuration());
    }
}

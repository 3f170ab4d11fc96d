package org.newsweft.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.store.RunFailure;

class GoldFileTest {
    @TempDir
    private Path folder;

    @Test
    void jsonLinesAnArrayAndCsvHoldTheSameRecords() throws IOException {
        assertThat(texts("gold.jsonl", "{\"text\": \"one\"}\n\n{\"text\": \"two, \\\"2\\\"\"}\n"))
                .isEqualTo(texts("gold.json", "[{\"text\": \"one\"},\n {\"text\": \"two, \\\"2\\\"\"}]"))
                .isEqualTo(texts("gold.csv", "id,text\n1,one\n2,\"two, \"\"2\"\"\"\n"))
                .containsExactly("one", "two, \"2\"");
    }

    @Test
    void aPackedFileIsReadLikeAPlainOne() throws IOException {
        Path file = folder.resolve("gold.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{\"text\": \"Séoul\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(GoldFile.read(file))
                .extracting(record -> record.get("text").textValue())
                .containsExactly("Séoul");
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithTheLine() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\"text\": \"one\"}\n{\"text\": \n");
        assertThatThrownBy(() -> GoldFile.read(broken))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("broken.jsonl is not JSON in line 3");
        assertThatThrownBy(() -> GoldFile.read(folder.resolve("nowhere.jsonl")))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("nowhere.jsonl cannot be read");
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
        assertThatThrownBy(() -> GoldFile.read(empty)).hasMessageContaining("holds no record");
    }

    private List<String> texts(String name, String content) throws IOException {
        List<JsonNode> records = GoldFile.read(Files.writeString(folder.resolve(name), content));
        return records.stream().map(record -> record.get("text").textValue()).toList();
    }
}

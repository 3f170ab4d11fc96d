package org.newsweft.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit statuses and messages of the command line contract. */
class CommandLineTest {
    @TempDir
    private Path folder;

    @Test
    void helpListsWhatThereIs() {
        CommandResult result = CommandResult.of("--help");
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("run", "verify", "tables", "history", "rollback", "evaluate");
    }

    @Test
    void aWrongOptionIsAUsageError() {
        CommandResult result = CommandResult.of("run", "--no-such-option");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("Unknown option: '--no-such-option'").contains("newsweft run --help");
    }

    @Test
    void aWrongValueIsAUsageErrorThatNamesTheValuesThereAre() {
        CommandResult result = CommandResult.of(
                "run",
                "--granularity",
                "decade",
                "--warehouse",
                folder.resolve("w").toString());
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("no granularity 'decade'").contains("day, week, month, year or all");
    }

    @Test
    void aCorpusThatIsNotThereIsSaidWithItsPath() {
        CommandResult result = CommandResult.of(
                "run",
                "--corpus",
                folder.resolve("nowhere").toString(),
                "--warehouse",
                folder.resolve("w").toString());
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err().lines().filter(line -> line.startsWith("newsweft:")))
                .singleElement()
                .asString()
                .contains("nowhere", "no such file or folder");
    }

    @Test
    void aCorpusWithoutAReadableDocumentSaysWhatIsWrongWithIt() throws IOException {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.write(corpus.resolve("photo.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0});
        CommandResult result = CommandResult.of(
                "run",
                "--corpus",
                corpus.toString(),
                "--warehouse",
                folder.resolve("w").toString());
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err())
                .contains("no document could be read from " + corpus)
                .contains("photo.txt is binary");
        assertThat(folder.resolve("w/tables")).doesNotExist();
    }

    @Test
    void historyAndTablesNeedARun() {
        CommandResult result =
                CommandResult.of("history", "--warehouse", folder.resolve("w").toString());
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("no run was published").contains("newsweft run");
    }

    @Test
    void anUnknownEvaluationNamesThoseThereAre() {
        CommandResult result = CommandResult.of("evaluate", "horoscopes", "gold.jsonl");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("horoscopes").contains("bursts");
    }

    @Test
    void goldThatOnlyPointsAtArticlesNeedsThem() throws IOException {
        Path gold = Files.writeString(folder.resolve("gold.json"), "[{\"kind\": \"event\", \"term\": \"storm\"}]");
        CommandResult result = CommandResult.of("evaluate", "bursts", gold.toString());
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("holds no articles for bursts").contains("--corpus", "--warehouse");
    }

    @Test
    void aDryRunSaysWhatWouldBeDoneAndDoesNothing() throws IOException {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("a.txt"), "Kerry came to Seoul.");
        CommandResult result = CommandResult.of(
                "run",
                "--dry-run",
                "--corpus",
                corpus.toString(),
                "--warehouse",
                folder.resolve("w").toString());
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("would read 1 new or changed files (20 bytes)");
        assertThat(folder.resolve("w/lake")).doesNotExist();
        assertThat(folder.resolve("w/tables")).doesNotExist();
    }
}

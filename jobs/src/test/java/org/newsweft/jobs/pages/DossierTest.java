package org.newsweft.jobs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.jobs.CommandResult;
import org.newsweft.jobs.SeedWarehouse;

/** The dossier of a name of the five articles, by the command line. */
class DossierTest {
    @Test
    void aNameIsFoundByAnAliasWhateverItsCase(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("kerry.html");
        CommandResult.of("dossier", "kerry", "--warehouse", SeedWarehouse.get().toString(), "--out", page.toString())
                .succeeded();
        assertThat(Files.readString(page))
                .contains("<title>John Kerry</title>", "\"name\":\"person:john-kerry\"", "Content-Security-Policy")
                .doesNotContain("src=\"http", "<link");
        assertThat(Files.size(page)).isLessThan(Page.MOST_BYTES);
    }

    @Test
    void whoIsNotFoundIsSuggestedNearly() {
        CommandResult result = CommandResult.of(
                "dossier", "Jon Kery", "--warehouse", SeedWarehouse.get().toString());
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("nobody is called 'Jon Kery'", "did you mean John Kerry (person:john-kerry)");
    }
}

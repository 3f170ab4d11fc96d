package org.newsweft.jobs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.newsweft.jobs.pages.Dossier;
import org.newsweft.store.PlainView;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One name as a page. */
@Command(
        name = "dossier",
        description = "Writes all that the tables hold on one name as a page: partners, tone, quotes, terms, events.",
        footer = {
            "",
            "Examples:",
            "  newsweft dossier \"John Kerry\"",
            "  newsweft dossier country:KR --out korea.html --warehouse /data/warehouse"
        },
        mixinStandardHelpOptions = true)
final class DossierCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private WarehouseOption warehouse;

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "Its id, its name, or another name by which articles call it.")
    private String name;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write (default: its id, in WAREHOUSE/report/).")
    private Path out;

    @Override
    public Integer call() throws Exception {
        Path folder = out == null ? null : out.toAbsolutePath().getParent();
        if (out != null && (folder == null || !Files.isDirectory(folder))) {
            throw new RunFailure(Kind.USAGE, "there is no folder " + folder + ": make it, or name another --out");
        }
        return warehouse.openPublished(open -> {
            Dossier.Written dossier = Dossier.of(open, name);
            String address;
            if (out == null) {
                String file = dossier.entityId().replaceAll("[^\\p{L}\\p{N}~-]+", "-") + ".html";
                address = PlainView.of(open).writePage("report/" + file, dossier.page());
            } else {
                address = Files.write(out, dossier.page().getBytes(StandardCharsets.UTF_8))
                        .toString();
            }
            spec.commandLine().getOut().println(dossier.label() + ": " + address);
            return 0;
        });
    }
}

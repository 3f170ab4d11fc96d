package org.newsweft.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.newsweft.jobs.export.ExportFormat;
import org.newsweft.jobs.export.ExportSettings;
import org.newsweft.jobs.export.NetworkExport;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.table.Granularity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The network as a file. */
@Command(
        name = "export",
        description = {
            "Writes the network of names as a file for Gephi, NetworkX, Cytoscape, d3 or Excel.",
            "Without --top and --backbone: all pairs up to 2,000, of more those of --backbone 0.05."
        },
        footer = {
            "",
            "Examples:",
            "  newsweft export --output network.gexf",
            "  newsweft export --output around.json --around \"John Kerry\""
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private WarehouseOption warehouse;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "The file to write; with csv, the names go into NAME-nodes.csv beside it.")
    private Path output;

    @Option(
            names = "--format",
            paramLabel = "graphml|gexf|csv|json|xlsx",
            description = "Format of the file (default: by its ending).")
    private ExportFormat format;

    @Option(
            names = "--scope",
            paramLabel = "sentence|document|window",
            description = "Unit in which two names meet (default: sentence).")
    private String scope = "sentence";

    @Option(
            names = "--granularity",
            paramLabel = "PERIOD",
            description = "day, week, month, year or all (default: all); gexf without --period: a network over time.")
    private String granularity = "all";

    @Option(names = "--period", paramLabel = "DATE", description = "The period: its first day, or as 2026 or 2026-03.")
    private String period;

    @Option(names = "--top", paramLabel = "N", description = "The N pairs that meet most often.")
    private long top;

    @Option(
            names = "--backbone",
            paramLabel = "ALPHA",
            description = "Pairs with a backbone_p of ALPHA or less: 0.05 is usual, less makes a smaller network.")
    private double backbone = Double.NaN;

    @Option(
            names = "--types",
            paramLabel = "TYPE,...",
            split = ",",
            description = "Only names of these types: person,organization,country,...")
    private List<String> types = List.of();

    @Option(
            names = "--around",
            paramLabel = "NAME",
            description = "Only this name (id or label) and those it meets, with the ties among them.")
    private String around;

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "With --around: ties from the name to the farthest one (default: 1).")
    private int depth = 1;

    @Override
    public Integer call() throws Exception {
        ExportFormat wanted = format == null ? byEnding() : format;
        Path folder = output.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new RunFailure(Kind.USAGE, "there is no folder " + folder + ": make it, or name another --output");
        }
        Granularity periods = Granularity.of(granularity);
        ExportSettings settings = new ExportSettings(
                scope,
                periods,
                period == null ? null : firstDay(periods),
                top,
                backbone,
                types.stream().map(String::trim).collect(Collectors.toUnmodifiableSet()),
                around,
                depth);
        return warehouse.openPublished(open -> {
            NetworkExport.Result result = NetworkExport.write(open::read, settings, wanted, output.toAbsolutePath());
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%,d names and %,d pairs in %s%n",
                            result.names(),
                            result.pairs(),
                            result.files().stream().map(Path::toString).collect(Collectors.joining(" and ")));
            return 0;
        });
    }

    private ExportFormat byEnding() {
        String name = String.valueOf(output.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        if (!Set.of("GRAPHML", "GEXF", "CSV", "JSON", "XLSX").contains(ending)) {
            throw new RunFailure(
                    Kind.USAGE,
                    "cannot tell the format of " + name + ": say --format graphml, gexf, csv, json or xlsx");
        }
        return ExportFormat.valueOf(ending);
    }

    private LocalDate firstDay(Granularity periods) {
        if (periods == Granularity.ALL) {
            throw new RunFailure(Kind.USAGE, "--period needs --granularity day, week, month or year");
        }
        try {
            return LocalDate.parse(period + "0000-01-01".substring(Math.min(10, period.length())));
        } catch (DateTimeException e) {
            throw new RunFailure(Kind.USAGE, "no period '" + period + "': write 2026, 2026-03 or 2026-03-01", e);
        }
    }
}

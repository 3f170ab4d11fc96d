package org.newsweft.jobs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.newsweft.jobs.report.ChangeList;
import org.newsweft.table.Granularity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is new and rising. */
@Command(
        name = "changes",
        description = "Lists what is new and rising since a day, period by period, the latest first.",
        footer = {
            "",
            "Examples:",
            "  newsweft changes --since 2026-03-01",
            "  newsweft changes --since 2026-03-01 --granularity month --kind entity"
        },
        mixinStandardHelpOptions = true)
final class ChangesCommand implements Callable<Integer> {
    private static final Set<String> KINDS = Set.of("word", "phrase", "entity");

    @Spec
    private CommandSpec spec;

    @Mixin
    private WarehouseOption warehouse;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            required = true,
            description = "First day, as 2026-03-01: its period and all later ones.")
    private String since;

    @Option(names = "--outlet", paramLabel = "NAME", description = "Only what this outlet wrote of.")
    private String outlet;

    @Option(names = "--kind", paramLabel = "KIND", description = "word, phrase or entity (default: all).")
    private String kind;

    @Option(names = "--granularity", paramLabel = "PERIOD", description = "day, week or month (default: week).")
    private String granularity = "week";

    @Option(names = "--top", paramLabel = "N", description = "Rows of a period at most (default: 10).")
    private int top = 10;

    @Override
    public Integer call() throws Exception {
        ChangeList.Question question = new ChangeList.Question(
                Granularity.of(granularity), date(since), Optional.ofNullable(outlet), kind(), top);
        return warehouse.openPublished(open -> {
            ChangeList.print(open, question, spec.commandLine().getOut());
            return 0;
        });
    }

    private Optional<String> kind() {
        if (kind != null && !KINDS.contains(kind)) {
            throw new IllegalArgumentException("no kind '" + kind + "': use word, phrase or entity");
        }
        return Optional.ofNullable(kind);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no date: write it as 2026-03-01", e);
        }
    }
}

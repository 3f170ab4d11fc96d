package org.newsweft.jobs;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.newsweft.jobs.command.ChangesCommand;
import org.newsweft.jobs.command.DossierCommand;
import org.newsweft.jobs.command.EvaluateCommand;
import org.newsweft.jobs.command.ExportCommand;
import org.newsweft.jobs.command.HistoryCommand;
import org.newsweft.jobs.command.ReportCommand;
import org.newsweft.jobs.command.RollbackCommand;
import org.newsweft.jobs.command.RunCommand;
import org.newsweft.jobs.command.TablesCommand;
import org.newsweft.jobs.command.VerifyCommand;
import org.newsweft.jobs.engine.Night;
import org.newsweft.jobs.engine.Platform;
import org.newsweft.jobs.engine.Progress;
import org.newsweft.jobs.engine.RunSettings;
import org.newsweft.jobs.engine.Upkeep;
import org.newsweft.jobs.engine.Version;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.store.RunLog;
import org.newsweft.store.Warehouse;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line: parses, calls the command, and turns failures into one or two lines and an exit status. */
@Command(
        name = "newsweft",
        description = "Turns a growing pile of scraped news into Parquet tables.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionProvider.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit status: 0 done, also when nothing is new; 1 internal error; 2 usage;",
            "3 no readable document; 4 a check failed, nothing published;",
            "5 another run holds the warehouse."
        })
public final class Main {
    private static final Night NIGHTLY = new Night() {
        @Override
        public int jobs() {
            return Nightly.JOBS.size();
        }

        @Override
        public Outcome run(Warehouse warehouse, RunSettings asked, Upkeep upkeep, Progress progress) {
            return Nightly.run(warehouse, asked, upkeep, progress);
        }

        @Override
        public Set<String> stale(RunLog log) {
            return Stages.fingerprints().stale(log.fingerprints(), Stages.READS);
        }
    };

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean verbose;

    private Main() {}

    /** Runs one command and leaves the virtual machine with its exit status, unless that is 0. */
    public static void main(String[] arguments) {
        int status = startOf(arguments);
        // spark-submit takes a return as success, and has its own work to do after it.
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Nothing of a Spark that is another may be loaded before it was refused. */
    private static int startOf(String... arguments) {
        Optional<String> refusal = Platform.refusal();
        if (refusal.isPresent()) {
            System.err.println("newsweft: " + refusal.get());
            return Kind.USAGE.exitStatus();
        }
        return execute(arguments);
    }

    /** Runs one command and returns its exit status. */
    static int execute(String... arguments) {
        Main main = new Main();
        CommandLine commandLine = new CommandLine(main)
                .addSubcommand(new RunCommand(NIGHTLY))
                .addSubcommand(new ReportCommand())
                .addSubcommand(new DossierCommand())
                .addSubcommand(new ChangesCommand())
                .addSubcommand(new VerifyCommand(NIGHTLY))
                .addSubcommand(new HistoryCommand())
                .addSubcommand(new RollbackCommand())
                .addSubcommand(new TablesCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new EvaluateCommand(NIGHTLY))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((wrong, given) -> usageError(wrong))
                .setExecutionExceptionHandler((failure, command, parsed) -> main.failed(failure, command));
        if (arguments.length == 0) {
            commandLine.usage(commandLine.getOut());
            return 0;
        }
        try {
            return commandLine.execute(arguments);
        } catch (Error e) {
            return main.failed(e, commandLine);
        }
    }

    private static int usageError(CommandLine.ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("newsweft: " + wrong.getMessage());
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
            CommandLine.UnmatchedArgumentException.printSuggestions(unmatched, command.getErr());
        }
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return Kind.USAGE.exitStatus();
    }

    private int failed(Throwable failure, CommandLine command) {
        if (verbose) {
            failure.printStackTrace(command.getErr());
        }
        if (failure instanceof RunFailure known
                && (known.kind() != Kind.INTERNAL || RunFailure.ofMachine(known).isEmpty())) {
            command.getErr().println("newsweft: " + known.getMessage());
            return known.kind().exitStatus();
        }
        Optional<RunFailure> ofMachine = RunFailure.ofMachine(failure);
        if (ofMachine.isPresent()) {
            command.getErr().println("newsweft: " + ofMachine.get().getMessage());
            return ofMachine.get().kind().exitStatus();
        }
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        command.getErr()
                .println("newsweft: internal error: " + failure.getClass().getSimpleName() + ": " + message);
        if (!verbose) {
            command.getErr().println("Readers still see the run before. Add --verbose for the whole story.");
        }
        return Kind.INTERNAL.exitStatus();
    }

    static final class VersionProvider implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"newsweft " + Version.CURRENT};
        }
    }
}

package org.newsweft.jobs.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import org.newsweft.corpus.CorpusSettings;
import org.newsweft.jobs.engine.Night;
import org.newsweft.jobs.engine.Progress;
import org.newsweft.jobs.engine.RunSettings;
import org.newsweft.jobs.engine.Upkeep;
import org.newsweft.jobs.evaluate.Evaluation;
import org.newsweft.jobs.evaluate.GoldFile;
import org.newsweft.jobs.evaluate.Task;
import org.newsweft.store.EntityFile;
import org.newsweft.store.PlainView;
import org.newsweft.store.RunFailure;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.store.Warehouse;
import org.newsweft.store.WatchFile;
import org.newsweft.table.schema.Granularity;
import org.newsweft.text.tone.ToneModel;
import org.newsweft.text.tone.TonePrior;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** How good the analyses are, measured the way they are used: by a whole run, from the tables it leaves. */
@Command(
        name = "evaluate",
        description = {
            "Scores an analysis against a gold file, and prints one 'name: value' per line.",
            "The articles of the gold file go through a run of their own, in a warehouse that is thrown away;"
                    + " or a warehouse is named in which they were read already."
        },
        mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {
    private final Night night;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "TASK",
            converter = TaskName.class,
            description = "What to score: ${COMPLETION-CANDIDATES}.")
    private Task task;

    @Parameters(
            index = "1",
            paramLabel = "GOLD",
            description = "Gold file: JSON lines, a JSON array, or CSV with a header; each also .gz.")
    private Path gold;

    @Option(
            names = "--field",
            paramLabel = "NAME",
            description = "Field of gold with the text, where it has several (default: ${DEFAULT-VALUE}).")
    private String field = "raw_text";

    @Option(
            names = "--corpus",
            paramLabel = "PATH",
            description = "The articles, where the gold file only points at them; repeatable.")
    private List<String> corpus = List.of();

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            description = "A warehouse in which the articles were read; nothing is run.")
    private String warehouse;

    @Option(
            names = "--sentiment",
            paramLabel = "lexical|embedding",
            description = "How tone is judged (default: embedding).")
    private ToneModel sentiment = ToneModel.EMBEDDING;

    @Option(
            names = "--prior",
            paramLabel = "running|balanced",
            description =
                    "Whether the names of target-sentiment are drawn from news as it comes, or from sentences chosen"
                            + " because they judge somebody, as in NewsMTSC (default: running).")
    private TonePrior prior = TonePrior.RUNNING;

    /** Says which tasks there are by the names that they go by here, not by those of the code. */
    private static final class TaskName implements ITypeConverter<Task> {
        @Override
        public Task convert(String name) {
            try {
                return Task.of(name);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** The command over these jobs. */
    public EvaluateCommand(Night night) {
        this.night = night;
    }

    @Override
    public Integer call() throws Exception {
        List<JsonNode> records = GoldFile.read(gold);
        return warehouse == null
                ? runAndScore(records)
                : WarehouseOption.at(warehouse).openPublished(open -> score(open, records));
    }

    private int score(Warehouse open, List<JsonNode> records) {
        task.evaluation()
                .withPrior(prior)
                .figures(records, open::read)
                .lines()
                .forEach(spec.commandLine().getOut()::println);
        return 0;
    }

    private int runAndScore(List<JsonNode> records) throws Exception {
        Path folder = Files.createTempDirectory("newsweft-evaluate");
        try {
            List<String> articles = corpus.isEmpty() ? List.of(articles(records, folder)) : corpus;
            return WarehouseOption.at(folder.resolve("warehouse").toString()).open(open -> {
                Progress progress = Progress.on(System.err, Boolean.getBoolean("newsweft.terminal"), night.jobs());
                try {
                    night.run(open, settings(articles), Upkeep.DEFAULT, progress);
                } finally {
                    progress.end();
                }
                return score(open, records);
            });
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    private String articles(List<JsonNode> records, Path folder) throws IOException {
        Evaluation evaluation = task.evaluation();
        List<Map<String, String>> articles = new ArrayList<>();
        for (JsonNode record : records) {
            Optional<Map<String, String>> article = evaluation.article(record, field);
            article.ifPresent(articles::add);
        }
        if (articles.isEmpty()) {
            throw new RunFailure(
                    Kind.USAGE,
                    "%s holds no articles for %s: name them with --corpus, or a warehouse in which they were read with --warehouse"
                            .formatted(gold, task));
        }
        ObjectMapper json = new ObjectMapper();
        Path file = folder.resolve("articles.jsonl");
        try (Writer writer = Files.newBufferedWriter(file)) {
            for (Map<String, String> article : articles) {
                writer.write(json.writeValueAsString(article));
                writer.write('\n');
            }
        }
        return file.toString();
    }

    private RunSettings settings(List<String> articles) {
        return new RunSettings(
                new CorpusSettings(articles, Map.of(), CorpusSettings.MAXIMUM_RECORD_BYTES),
                task.evaluation().needsTextAsItIs(),
                false,
                Set.of(Granularity.ALL),
                1,
                EntityFile.NONE,
                WatchFile.NONE,
                sentiment,
                false,
                PlainView.Mode.LINK,
                0);
    }
}

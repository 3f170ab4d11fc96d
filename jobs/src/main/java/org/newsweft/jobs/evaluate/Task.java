package org.newsweft.jobs.evaluate;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;

/** What can be scored, by its name on the command line. */
public enum Task {
    /** What is left of whole pages. */
    BOILERPLATE("boilerplate", new BoilerplateEvaluation()),
    /** When pages were published, and under which headline. */
    DATES("dates", new DateEvaluation()),
    /** Which articles are copies. */
    NEAR_DUPLICATES("near-duplicates", new NearDuplicateEvaluation()),
    /** When a term was suddenly everywhere. */
    BURSTS("bursts", new BurstEvaluation()),
    /** Which articles are on the same happening. */
    EVENTS("events", new EventEvaluation()),
    /** In what tone a sentence is written. */
    SENTENCE_SENTIMENT("sentence-sentiment", new SentenceToneEvaluation()),
    /** In what tone a name is written about. */
    TARGET_SENTIMENT("target-sentiment", new TargetToneEvaluation()),
    /** Names of persons, organizations and places. */
    NER("ner", new NamesEvaluation()),
    /** Persons and countries that indexers gave an article. */
    INDEXED_NAMES("indexed-names", new IndexedNamesEvaluation());

    private final String code;
    private final Evaluation evaluation;

    Task(String code, Evaluation evaluation) {
        this.code = code;
        this.evaluation = evaluation;
    }

    /** How it is scored. */
    public Evaluation evaluation() {
        return evaluation;
    }

    /**
     * The task of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Task of(String code) {
        return Arrays.stream(values())
                .filter(task -> task.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no task '%s': there are %s"
                        .formatted(
                                code,
                                Arrays.stream(values()).map(Task::toString).collect(joining(", ")))));
    }

    /** Name on the command line. */
    @Override
    public String toString() {
        return code;
    }
}

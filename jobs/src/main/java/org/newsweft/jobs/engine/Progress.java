package org.newsweft.jobs.engine;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Says on standard error how far a run has come: a bar on a terminal, one plain line per stage otherwise. */
public abstract class Progress {
    private Progress() {}

    /**
     * Progress on this stream.
     *
     * @param isTerminal true if a person watches the stream, so that a bar can be drawn over itself
     * @param stages stages there will be
     */
    public static Progress on(PrintStream stream, boolean isTerminal, int stages) {
        return isTerminal ? new Bar(stages) : new Lines(stream);
    }

    /** A stage begins. */
    abstract void starts(String stage);

    /** A stage that began has ended; others may have begun in between. */
    abstract void ends(String stage, double seconds);

    /** Something that a person should know of, while the run goes on. */
    public abstract void says(String line);

    /** Nothing more will come: the terminal is given back. */
    public void end() {}

    private static final class Bar extends Progress {
        private final ProgressBar bar;
        private final Set<String> running = new TreeSet<>();

        Bar(int stages) {
            this.bar = new ProgressBarBuilder()
                    .setTaskName("newsweft")
                    .setInitialMax(stages)
                    .setStyle(ProgressBarStyle.ASCII)
                    .hideEta()
                    .build();
        }

        @Override
        public void starts(String stage) {
            running.add(stage);
            bar.setExtraMessage(String.join(", ", running));
        }

        @Override
        public void ends(String stage, double seconds) {
            running.remove(stage);
            bar.setExtraMessage(String.join(", ", running));
            bar.step();
        }

        @Override
        public void says(String line) {
            System.err.println("\r\033[K" + line);
        }

        @Override
        public void end() {
            bar.setExtraMessage("done");
            bar.close();
        }
    }

    private static final class Lines extends Progress {
        private final PrintStream stream;

        Lines(PrintStream stream) {
            this.stream = stream;
        }

        @Override
        public void starts(String stage) {
            // One line per stage, when it has ended: a log needs no more.
        }

        @Override
        public void says(String line) {
            stream.println(line);
        }

        @Override
        public void ends(String stage, double seconds) {
            stream.printf(Locale.ROOT, "%-14s %6.1f s%n", stage, seconds);
        }
    }
}

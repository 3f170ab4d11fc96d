package org.newsweft.jobs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an evaluation found: named figures, one {@code name: value} a line, in the order in which they were added. */
public final class Figures {
    private final List<String> lines = new ArrayList<>();

    /** A count. */
    public Figures with(String name, long count) {
        lines.add(name + ": " + count);
        return this;
    }

    /** A share, a score or another measure. */
    public Figures with(String name, double value) {
        lines.add(String.format(Locale.ROOT, "%s: %.4f", name, value));
        return this;
    }

    /** A share with its two counts; 0 where there was nothing to find. */
    public Figures withShare(String name, long part, long whole) {
        return with(name, whole == 0 ? 0.0 : (double) part / whole);
    }

    /** The lines to print. */
    public List<String> lines() {
        return List.copyOf(lines);
    }
}

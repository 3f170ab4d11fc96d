package org.newsweft.jobs.export;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Writes one network: all nodes, then all edges. Nothing is kept but the row at hand. */
interface GraphWriter extends Closeable {
    /** What a value is. */
    enum Kind {
        TEXT,
        WHOLE,
        REAL
    }

    /** A value that every node or every edge may have. */
    record Attribute(String name, Kind kind) {}

    /**
     * What is the same for the whole network.
     *
     * @param description for people: what it shows
     * @param nodeAttributes values of nodes besides id and label
     * @param edgeAttributes values of edges besides their ends, label and weight
     * @param isDynamic true if edges have weights period by period
     */
    record Head(
            String description, List<Attribute> nodeAttributes, List<Attribute> edgeAttributes, boolean isDynamic) {}

    /**
     * A name.
     *
     * @param values one per attribute: text, long or double; null for none
     */
    record Node(String id, String label, List<Object> values) {}

    /**
     * A pair.
     *
     * @param weight units that name both, in a network over time those of all its periods
     * @param values one per attribute
     * @param spells its periods, in order; none in a network without time
     */
    record Edge(String source, String target, String label, long weight, List<Object> values, List<Spell> spells) {}

    /**
     * A period of a pair.
     *
     * @param first first day
     * @param last last day
     */
    record Spell(LocalDate first, LocalDate last, long weight) {}

    void node(Node node) throws IOException;

    void edge(Edge edge) throws IOException;
}

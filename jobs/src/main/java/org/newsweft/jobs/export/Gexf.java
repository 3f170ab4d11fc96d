package org.newsweft.jobs.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** GEXF 1.3, Gephi's own format; over time, edges are there in their periods and have a weight for each. */
final class Gexf extends XmlGraph {
    private static final String WEIGHT = "weight";

    private final Head head;
    private long edges;

    Gexf(OutputStream out, Head head) throws IOException {
        super(out);
        this.head = head;
        try {
            start(
                    "gexf",
                    "xmlns",
                    "http://gexf.net/1.3",
                    "xmlns:xsi",
                    "http://www.w3.org/2001/XMLSchema-instance",
                    "xsi:schemaLocation",
                    "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd",
                    "version",
                    "1.3");
            start("meta");
            element("creator", "Newsweft");
            element("description", head.description());
            end();
            if (head.isDynamic()) {
                start(
                        "graph",
                        "defaultedgetype",
                        "undirected",
                        "mode",
                        "dynamic",
                        "timeformat",
                        "date",
                        "timerepresentation",
                        "interval");
            } else {
                start("graph", "defaultedgetype", "undirected", "mode", "static");
            }
            attributes("node", head.nodeAttributes());
            attributes("edge", head.edgeAttributes());
            if (head.isDynamic()) {
                start("attributes", "class", "edge", "mode", "dynamic");
                empty("attribute", "id", WEIGHT, "title", "Weight", "type", "double");
                end();
            }
            start("nodes");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    void write(Node node) throws XMLStreamException {
        start("node", "id", node.id(), "label", node.label());
        start("attvalues");
        values(head.nodeAttributes(), node.values(), (attribute, value) -> value("node", attribute.name(), value));
        end();
        end();
    }

    @Override
    void startEdges() throws XMLStreamException {
        end();
        start("edges");
    }

    @Override
    void write(Edge edge) throws XMLStreamException {
        start(
                "edge",
                "id",
                Long.toString(edges++),
                "source",
                edge.source(),
                "target",
                edge.target(),
                "label",
                edge.label(),
                WEIGHT,
                Double.toString((double) edge.weight()));
        start("attvalues");
        values(head.edgeAttributes(), edge.values(), (attribute, value) -> value("edge", attribute.name(), value));
        for (Spell spell : edge.spells()) {
            empty(
                    "attvalue",
                    "for",
                    WEIGHT,
                    "value",
                    Double.toString((double) spell.weight()),
                    "start",
                    spell.first().toString(),
                    "end",
                    spell.last().toString());
        }
        end();
        if (!edge.spells().isEmpty()) {
            start("spells");
            for (Spell spell : edge.spells()) {
                empty(
                        "spell",
                        "start",
                        spell.first().toString(),
                        "end",
                        spell.last().toString());
            }
            end();
        }
        end();
    }

    @Override
    void finish() throws XMLStreamException {
        end();
        end();
        end();
    }

    private void attributes(String of, List<Attribute> attributes) throws XMLStreamException {
        start("attributes", "class", of, "mode", "static");
        for (Attribute attribute : attributes) {
            String type = switch (attribute.kind()) {
                case TEXT -> "string";
                case WHOLE -> "long";
                case REAL -> "double";
            };
            empty("attribute", "id", of + "_" + attribute.name(), "title", attribute.name(), "type", type);
        }
        end();
    }

    private void value(String of, String name, String value) throws XMLStreamException {
        empty("attvalue", "for", of + "_" + name, "value", value);
    }

    private void element(String name, String text) throws XMLStreamException {
        start(name);
        text(text);
        end();
    }
}

package org.newsweft.jobs.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** GraphML (Brandes and others 2002), as Gephi, Cytoscape, igraph, yEd and NetworkX read it. */
final class GraphMl extends XmlGraph {
    private final Head head;

    GraphMl(OutputStream out, Head head) throws IOException {
        super(out);
        this.head = head;
        try {
            start(
                    "graphml",
                    "xmlns",
                    "http://graphml.graphdrawing.org/xmlns",
                    "xmlns:xsi",
                    "http://www.w3.org/2001/XMLSchema-instance",
                    "xsi:schemaLocation",
                    "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd");
            key("node", "label", Kind.TEXT);
            keys("node", head.nodeAttributes());
            key("edge", "label", Kind.TEXT);
            key("edge", "weight", Kind.REAL);
            keys("edge", head.edgeAttributes());
            start("graph", "id", "newsweft", "edgedefault", "undirected");
            start("desc");
            text(head.description());
            end();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    void write(Node node) throws XMLStreamException {
        start("node", "id", node.id());
        data("node", "label", node.label());
        values(head.nodeAttributes(), node.values(), (attribute, value) -> data("node", attribute.name(), value));
        end();
    }

    @Override
    void startEdges() {}

    @Override
    void write(Edge edge) throws XMLStreamException {
        start("edge", "source", edge.source(), "target", edge.target());
        data("edge", "label", edge.label());
        data("edge", "weight", Double.toString((double) edge.weight()));
        values(head.edgeAttributes(), edge.values(), (attribute, value) -> data("edge", attribute.name(), value));
        end();
    }

    @Override
    void finish() throws XMLStreamException {
        end();
        end();
    }

    private void keys(String of, List<Attribute> attributes) throws XMLStreamException {
        for (Attribute attribute : attributes) {
            key(of, attribute.name(), attribute.kind());
        }
    }

    private void key(String of, String name, Kind kind) throws XMLStreamException {
        String type = switch (kind) {
            case TEXT -> "string";
            case WHOLE -> "long";
            case REAL -> "double";
        };
        start("key", "id", of + "_" + name, "for", of, "attr.name", name, "attr.type", type);
        end();
    }

    private void data(String of, String name, String value) throws XMLStreamException {
        start("data", "key", of + "_" + name);
        text(value);
        end();
    }
}

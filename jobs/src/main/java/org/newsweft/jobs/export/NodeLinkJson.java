package org.newsweft.jobs.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Node-link JSON: {@code networkx.node_link_graph(json.load(file), edges="links")} and d3's force layout read it as it is.
 */
final class NodeLinkJson implements GraphWriter {
    private final JsonGenerator json;
    private final Head head;
    private boolean isInEdges;

    NodeLinkJson(OutputStream out, Head head) throws IOException {
        this.head = head;
        json = new JsonFactory().createGenerator(out);
        json.writeStartObject();
        json.writeBooleanField("directed", false);
        json.writeBooleanField("multigraph", false);
        json.writeObjectFieldStart("graph");
        json.writeStringField("description", head.description());
        json.writeEndObject();
        json.writeArrayFieldStart("nodes");
    }

    @Override
    public void node(Node node) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", node.id());
        json.writeStringField("label", node.label());
        values(head.nodeAttributes(), node.values());
        json.writeEndObject();
    }

    @Override
    public void edge(Edge edge) throws IOException {
        enterEdges();
        json.writeStartObject();
        json.writeStringField("source", edge.source());
        json.writeStringField("target", edge.target());
        json.writeStringField("label", edge.label());
        json.writeNumberField("weight", edge.weight());
        values(head.edgeAttributes(), edge.values());
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        enterEdges();
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }

    private void enterEdges() throws IOException {
        if (!isInEdges) {
            isInEdges = true;
            json.writeEndArray();
            json.writeArrayFieldStart("links");
        }
    }

    private void values(List<Attribute> attributes, List<Object> values) throws IOException {
        for (int i = 0; i < attributes.size(); i++) {
            String name = attributes.get(i).name();
            Object value = values.get(i);
            if (value instanceof Long whole) {
                json.writeNumberField(name, whole);
            } else if (value instanceof Double real) {
                json.writeNumberField(name, real);
            } else {
                json.writeStringField(name, (String) value);
            }
        }
    }
}

package org.newsweft.jobs.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What GraphML and GEXF have in common: elements with attributes, written as they come. */
abstract class XmlGraph implements GraphWriter {
    private final OutputStream out;
    private final XMLStreamWriter xml;
    private boolean isInEdges;

    XmlGraph(OutputStream out) throws IOException {
        this.out = out;
        try {
            this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Called once, after the last node. */
    abstract void startEdges() throws XMLStreamException;

    /** Called once, after the last edge. */
    abstract void finish() throws XMLStreamException;

    abstract void write(Node node) throws XMLStreamException;

    abstract void write(Edge edge) throws XMLStreamException;

    @Override
    public final void node(Node node) throws IOException {
        attempt(() -> write(node));
    }

    @Override
    public final void edge(Edge edge) throws IOException {
        attempt(() -> {
            enterEdges();
            write(edge);
        });
    }

    @Override
    public final void close() throws IOException {
        try (out) {
            attempt(() -> {
                enterEdges();
                finish();
                xml.writeEndDocument();
                xml.close();
            });
        }
    }

    final void start(String name, String... attributes) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(name);
        attributes(attributes);
    }

    final void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    final void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    final void text(String text) throws XMLStreamException {
        xml.writeCharacters(PlainText.withoutControls(text));
    }

    /** Writes those values that are there. */
    final void values(List<Attribute> attributes, List<Object> values, ValueWriter writer) throws XMLStreamException {
        for (int i = 0; i < attributes.size(); i++) {
            if (values.get(i) != null) {
                writer.write(attributes.get(i), values.get(i).toString());
            }
        }
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], PlainText.withoutControls(namesAndValues[i + 1]));
        }
    }

    private void enterEdges() throws XMLStreamException {
        if (!isInEdges) {
            isInEdges = true;
            startEdges();
        }
    }

    private static void attempt(Step step) throws IOException {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @FunctionalInterface
    interface ValueWriter {
        void write(Attribute attribute, String value) throws XMLStreamException;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }
}

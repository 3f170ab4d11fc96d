package org.newsweft.jobs.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.jobs.export.GraphWriter.Attribute;
import org.newsweft.jobs.export.GraphWriter.Edge;
import org.newsweft.jobs.export.GraphWriter.Head;
import org.newsweft.jobs.export.GraphWriter.Kind;
import org.newsweft.jobs.export.GraphWriter.Node;
import org.newsweft.jobs.export.GraphWriter.Spell;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.figures.EntityNetwork;
import org.newsweft.table.figures.EntityTone;
import org.newsweft.table.schema.Field;
import org.newsweft.table.schema.Granularity;
import org.newsweft.table.schema.Table;

/**
 * Writes the network that was asked for into a file. Rows stream from the tables into it, in the order of ids, so that the
 * same tables give the same file; it is written beside its place and takes it when it is whole.
 */
public final class NetworkExport {
    private static final List<Field> MEASURES = EntityCooccurrence.TABLE.columns().stream()
            .filter(column -> !EntityCooccurrence.TABLE.key().contains(column))
            .filter(column -> column.type() == Field.Type.LONG || column.type() == Field.Type.DOUBLE)
            .toList();
    private static final List<Field> OF_NAMES = List.of(
            Entities.TYPE,
            Entities.MENTION_COUNT,
            Entities.DOCUMENT_COUNT,
            EntityNetwork.DEGREE,
            EntityNetwork.STRENGTH,
            EntityNetwork.PAGERANK,
            EntityNetwork.BETWEENNESS,
            EntityNetwork.COMMUNITY,
            EntityNetwork.COMMUNITY_LABEL);

    /**
     * What was written.
     *
     * @param files the files, the one asked for first
     * @param names nodes
     * @param pairs edges
     */
    public record Result(List<Path> files, long names, long pairs) {
        public Result {
            files = List.copyOf(files);
        }
    }

    private NetworkExport() {}

    /**
     * Exports.
     *
     * @param tables the published tables
     * @param output the file to write, in the place of what was there
     * @throws IllegalArgumentException if a format that knows no time is asked for periods
     * @throws UncheckedIOException if the file cannot be written; what was there is left as it was
     */
    public static Result write(
            Function<Table, Dataset<Row>> tables, ExportSettings settings, ExportFormat format, Path output) {
        if (settings.isDynamic() && format != ExportFormat.GEXF) {
            throw new IllegalArgumentException(
                    "only gexf shows periods one after the other: say which one with --period");
        }
        Dataset<Row> entities = tables.apply(Entities.TABLE);
        Dataset<Row> pairs =
                Frames.computedOnce(NetworkSelection.pairs(tables.apply(EntityCooccurrence.TABLE), entities, settings));
        Dataset<Row> names = NetworkSelection.names(
                pairs, entities, tables.apply(EntityNetwork.TABLE), tables.apply(EntityTone.TABLE), settings);
        List<Path> files = format == ExportFormat.CSV ? List.of(output, nodesBeside(output)) : List.of(output);
        List<Path> parts = files.stream().map(NetworkExport::beside).toList();
        try {
            try {
                Result result = write(names, pairs, settings, format, files, parts);
                for (int i = files.size() - 1; i >= 0; i--) {
                    Files.move(parts.get(i), files.get(i), StandardCopyOption.REPLACE_EXISTING);
                }
                return result;
            } finally {
                for (Path part : parts) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Result write(
            Dataset<Row> names,
            Dataset<Row> pairs,
            ExportSettings settings,
            ExportFormat format,
            List<Path> files,
            List<Path> parts)
            throws IOException {
        long nodes = 0;
        long edges = 0;
        try (GraphWriter writer = writer(format, head(settings), parts)) {
            for (Iterator<Row> rows = names.toLocalIterator(); rows.hasNext(); nodes++) {
                writer.node(node(rows.next()));
            }
            // Sorted anew: a checkpoint keeps rows, and no promise of their order.
            Iterator<Row> rows = pairs.orderBy(
                            EntityCooccurrence.ENTITY_A.col(),
                            EntityCooccurrence.ENTITY_B.col(),
                            EntityCooccurrence.PERIOD_START.col())
                    .toLocalIterator();
            Row next = rows.hasNext() ? rows.next() : null;
            while (next != null) {
                List<Row> periods = new ArrayList<>();
                Row first = next;
                do {
                    periods.add(next);
                    next = rows.hasNext() ? rows.next() : null;
                } while (next != null && isSamePair(first, next));
                writer.edge(edge(periods, settings));
                edges++;
            }
        }
        return new Result(files, nodes, edges);
    }

    private static GraphWriter writer(ExportFormat format, Head head, List<Path> parts) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(parts.get(0)));
        return switch (format) {
            case GRAPHML -> new GraphMl(out, head);
            case GEXF -> new Gexf(out, head);
            case JSON -> new NodeLinkJson(out, head);
            case XLSX -> new ExcelSheets(out, head);
            case CSV -> new GephiCsv(new BufferedOutputStream(Files.newOutputStream(parts.get(1))), out, head);
        };
    }

    private static Head head(ExportSettings settings) {
        List<Attribute> ofNames = Stream.concat(
                        OF_NAMES.stream().map(NetworkExport::attribute),
                        Stream.of(new Attribute(NetworkSelection.TONE, Kind.REAL)))
                .toList();
        // Over time, measures would be those of one period: weights alone are told.
        List<Attribute> ofPairs = settings.isDynamic()
                ? List.of()
                : MEASURES.stream().map(NetworkExport::attribute).toList();
        String periods = settings.period() == null
                ? settings.granularity().code()
                : settings.granularity().code() + " from " + settings.period();
        return new Head(
                "Names that meet in a " + settings.scope() + " (" + periods + "); weight: how many name both",
                ofNames,
                ofPairs,
                settings.isDynamic());
    }

    private static Attribute attribute(Field field) {
        return new Attribute(
                field.name(),
                switch (field.type()) {
                    case LONG -> Kind.WHOLE;
                    case DOUBLE -> Kind.REAL;
                    default -> Kind.TEXT;
                });
    }

    private static Node node(Row row) {
        List<Object> values = new ArrayList<>();
        OF_NAMES.forEach(field -> values.add(row.getAs(field.name())));
        values.add(row.getAs(NetworkSelection.TONE));
        String id = row.getAs(Entities.ENTITY_ID.name());
        return new Node(id, labelled(row.getAs(Entities.LABEL.name()), id), values);
    }

    private static Edge edge(List<Row> periods, ExportSettings settings) {
        Row first = periods.get(0);
        String a = first.getAs(EntityCooccurrence.ENTITY_A.name());
        String b = first.getAs(EntityCooccurrence.ENTITY_B.name());
        String label = labelled(first.getAs(EntityCooccurrence.ENTITY_A_LABEL.name()), a)
                + " – "
                + labelled(first.getAs(EntityCooccurrence.ENTITY_B_LABEL.name()), b);
        List<Object> values = new ArrayList<>();
        List<Spell> spells = new ArrayList<>();
        long weight = 0;
        for (Row period : periods) {
            long units = period.<Long>getAs(EntityCooccurrence.N_AB.name());
            weight += units;
            if (settings.isDynamic()) {
                LocalDate start = period.<Date>getAs(EntityCooccurrence.PERIOD_START.name())
                        .toLocalDate();
                spells.add(new Spell(start, lastDay(start, settings.granularity()), units));
            }
        }
        if (!settings.isDynamic()) {
            MEASURES.forEach(field -> values.add(first.getAs(field.name())));
        }
        return new Edge(a, b, label, weight, values, spells);
    }

    private static LocalDate lastDay(LocalDate first, Granularity granularity) {
        return switch (granularity) {
            case DAY, ALL -> first;
            case WEEK -> first.plusDays(6);
            case MONTH -> first.plusMonths(1).minusDays(1);
            case YEAR -> first.plusYears(1).minusDays(1);
        };
    }

    private static boolean isSamePair(Row one, Row other) {
        return one.getAs(EntityCooccurrence.ENTITY_A.name()).equals(other.getAs(EntityCooccurrence.ENTITY_A.name()))
                && one.getAs(EntityCooccurrence.ENTITY_B.name())
                        .equals(other.getAs(EntityCooccurrence.ENTITY_B.name()));
    }

    private static String labelled(String label, String id) {
        return label == null ? id : label;
    }

    private static Path beside(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    private static Path nodesBeside(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(
                dot > 0 ? name.substring(0, dot) + "-nodes" + name.substring(dot) : name + "-nodes.csv");
    }
}

package org.newsweft.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.newsweft.store.RunFailure.Kind;
import org.newsweft.table.Tables;
import org.newsweft.table.schema.Table;

/**
 * Iceberg writes the full path of every file into its metadata. A warehouse that was moved, or restored from a copy, names
 * files at another place: at best they are gone, at worst they are those of the warehouse it was copied from. Here the
 * metadata learns where it is now. Data files are not touched.
 *
 * <p>Only metadata of the tables is written, under new names, and a version that names it comes last: a machine that stops
 * in between leaves the table as it was.
 */
final class LakeAddress {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERSION_HINT = "version-hint.text";

    private final FileSystem files;
    private final Path folder;
    private final String inPath;
    private final String mark;

    private LakeAddress(FileSystem files, Path folder) {
        this.files = files;
        this.folder = folder;
        // Namespace and table.
        this.inPath = "/" + folder.getParent().getName() + "/" + folder.getName() + "/";
        this.mark = "-at-" + Integer.toHexString(folder.toString().hashCode());
    }

    /**
     * Corrects every table whose metadata says that it is somewhere else than it is.
     *
     * @return how many there were
     */
    static int settle(Warehouse warehouse) {
        int moved = 0;
        for (Table table : Tables.all()) {
            Optional<LakeAddress> wrong = wrong(warehouse, table);
            if (wrong.isPresent() && wrong.get().isCorrected()) {
                moved++;
            }
        }
        return moved;
    }

    /** True if the metadata of a table says that it is somewhere else than it is. */
    static boolean isElsewhere(Warehouse warehouse) {
        return Tables.all().stream().anyMatch(table -> wrong(warehouse, table).isPresent());
    }

    /** A table that is elsewhere. One whose metadata cannot be read is a matter of LakeHealth, which says so. */
    private static Optional<LakeAddress> wrong(Warehouse warehouse, Table table) {
        try {
            return isElsewhere(warehouse, table)
                    ? Optional.of(new LakeAddress(
                            warehouse
                                    .folder(table)
                                    .orElseThrow()
                                    .getFileSystem(
                                            warehouse.spark().sessionState().newHadoopConf()),
                            warehouse.folder(table).orElseThrow()))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Corrects a table; false if it could not be done, and the table says so to whoever asks again. */
    private boolean isCorrected() {
        try {
            correct();
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** True if the metadata of this table says that it is somewhere else than it is. */
    static boolean isElsewhere(Warehouse warehouse, Table table) throws IOException {
        Path folder = warehouse.folder(table).orElse(null);
        if (folder == null) {
            return false;
        }
        FileSystem files = folder.getFileSystem(warehouse.spark().sessionState().newHadoopConf());
        return new LakeAddress(files, folder).isWrong();
    }

    private boolean isWrong() throws IOException {
        if (!files.exists(new Path(folder, "metadata"))) {
            return false;
        }
        String said = metadata(version()).path("location").asText();
        if (said.isEmpty() || said.equals(folder.toString())) {
            return false;
        }
        Path saidFolder = files.makeQualified(new Path(said));
        if (saidFolder.equals(files.makeQualified(folder))) {
            return false;
        }
        // The same folder by another name, as through a link, is where it says it is.
        return !(PlainView.isLocal(files)
                && files.exists(saidFolder)
                && Files.isSameFile(PlainView.local(saidFolder), PlainView.local(folder)));
    }

    private void correct() throws IOException {
        int version = version();
        ObjectNode metadata = (ObjectNode) metadata(version);
        for (JsonNode snapshot : metadata.path("snapshots")) {
            ObjectNode node = (ObjectNode) snapshot;
            node.put("manifest-list", correctList(here(node.get("manifest-list").asText())));
        }
        metadata.set("metadata-log", JSON.createArrayNode());
        ObjectNode corrected = (ObjectNode) withPaths(metadata);
        corrected.put("location", folder.toString());
        Path next = new Path(folder, "metadata/v" + (version + 1) + ".metadata.json");
        try (OutputStream out = files.create(next, true)) {
            JSON.writeValue(out, corrected);
        }
        try (OutputStream out = files.create(new Path(folder, "metadata/" + VERSION_HINT), true)) {
            out.write(Integer.toString(version + 1).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A list of manifests, written anew: the manifests it names are, too. */
    private String correctList(String list) throws IOException {
        return rewrite(list, record -> {
            String manifest = correctManifest(here(record.get("manifest_path").toString()));
            record.put("manifest_path", manifest);
            record.put(
                    "manifest_length", files.getFileStatus(new Path(manifest)).getLen());
        });
    }

    private String correctManifest(String manifest) throws IOException {
        return rewrite(manifest, record -> {
            GenericRecord file = (GenericRecord) record.get("data_file");
            file.put("file_path", here(file.get("file_path").toString()));
        });
    }

    /** Writes an Avro file anew beside itself, once. */
    private String rewrite(String path, Change change) throws IOException {
        Path source = new Path(path);
        String name = source.getName().replaceFirst("(-at-[0-9a-f]+)?\\.avro$", mark + ".avro");
        Path target = new Path(source.getParent(), name);
        if (files.exists(target)) {
            return target.toString();
        }
        Path unfinished = new Path(source.getParent(), name + ".unfinished");
        try (DataFileStream<GenericRecord> in =
                new DataFileStream<>(files.open(source), new GenericDatumReader<GenericRecord>())) {
            Schema schema = in.getSchema();
            try (DataFileWriter<GenericRecord> out = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
                for (String key : in.getMetaKeys()) {
                    if (!DataFileWriter.isReservedMeta(key)) {
                        out.setMeta(key, in.getMeta(key));
                    }
                }
                String codec = in.getMetaString(DataFileConstants.CODEC);
                out.setCodec(CodecFactory.fromString(codec == null ? "null" : codec));
                out.create(schema, files.create(unfinished, true));
                while (in.hasNext()) {
                    GenericRecord record = in.next();
                    change.to(record);
                    out.append(record);
                }
            }
        }
        if (!files.rename(unfinished, target)) {
            throw new IOException("cannot rename " + unfinished);
        }
        return target.toString();
    }

    /** The place now of a file that was written under this path. */
    private String here(String path) {
        int at = path.lastIndexOf(inPath);
        return at < 0 ? path : folder + path.substring(at + inPath.length() - 1);
    }

    private JsonNode withPaths(JsonNode node) {
        UnaryOperator<JsonNode> corrected = this::withPaths;
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> object.set(name, corrected.apply(object.get(name))));
            return object;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, corrected.apply(array.get(i)));
            }
            return array;
        }
        return node.isTextual() ? TextNode.valueOf(here(node.asText())) : node;
    }

    /** The version that a catalog of folders would open: that of the hint, or a later one. */
    private int version() throws IOException {
        int version = 0;
        for (FileStatus file : files.listStatus(new Path(folder, "metadata"))) {
            String name = file.getPath().getName();
            if (name.matches("v[0-9]+\\.metadata\\.json")) {
                version = Math.max(version, Integer.parseInt(name.substring(1, name.indexOf('.'))));
            }
        }
        if (version == 0) {
            throw new RunFailure(Kind.INTERNAL, "no metadata in " + folder);
        }
        return version;
    }

    private JsonNode metadata(int version) throws IOException {
        try (InputStream in = files.open(new Path(folder, "metadata/v" + version + ".metadata.json"))) {
            return JSON.readTree(in);
        }
    }

    /** Changes a record of an Avro file. */
    @FunctionalInterface
    private interface Change {
        void to(GenericRecord record) throws IOException;
    }
}

package org.newsweft.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.xbean.asm9.ClassReader;
import org.apache.xbean.asm9.ClassVisitor;
import org.apache.xbean.asm9.ClassWriter;
import org.apache.xbean.asm9.MethodVisitor;
import org.apache.xbean.asm9.Opcodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fingerprint changes with what a stage stands on, and with nothing else. The stages here are classes of the text package. */
class FingerprintsTest {
    private static final Map<String, String> JOBS = Map.of(
            "names", "org.newsweft.text.names.NameFinder",
            "tone", "org.newsweft.text.tone.ToneAnalyzer",
            "weeks", "org.newsweft.statistics.MannKendall");

    @TempDir
    private Path folder;

    private ClassLoader here;

    @BeforeEach
    void findTheClasses() {
        here = getClass().getClassLoader();
    }

    @Test
    void theSameCodeHasTheSameFingerprintWhereverItLies() throws IOException {
        Map<String, String> expected = Fingerprints.compute(JOBS, here);
        assertThat(expected).hasSize(3);
        assertThat(new TreeSet<>(expected.values())).hasSize(3);
        assertThat(Fingerprints.compute(JOBS, copyOfAll("one"))).isEqualTo(expected);
        assertThat(Fingerprints.compute(JOBS, copyOfAll("a folder with another name")))
                .isEqualTo(expected);
        assertThat(Fingerprints.parts("org.newsweft.text.tone.ToneAnalyzer", here)
                        .keySet())
                .noneMatch(part -> part.startsWith("/") || part.contains(":"));
    }

    @Test
    void anotherWordListChangesTheStagesThatReadItAndNoOther() throws IOException {
        ClassLoader copy = copyOfAll("words");
        Path list = folder.resolve("words/org/newsweft/text/tone/words/news_words.tsv");
        Files.writeString(list, Files.readString(list) + "splendidly\t2.0\n");
        assertThat(changed(copy)).containsExactly("tone");
    }

    @Test
    void anotherModelChangesTheStagesThatLoadItAndNoOther() throws IOException {
        ClassLoader copy = copyOfAll("model");
        Path model = folder.resolve("model/org/newsweft/text/names/tagger/name-tagger.bin");
        byte[] bytes = Files.readAllBytes(model);
        bytes[bytes.length / 2] ^= 1;
        Files.write(model, bytes);
        assertThat(changed(copy)).containsExactly("names");
    }

    @Test
    void otherCodeChangesTheStagesThatCallItHoweverFarAway() throws IOException {
        ClassLoader copy = copyOfAll("code");
        // It is far below both; what is added is never called, but it is another class.
        rewrite(folder.resolve("code/org/newsweft/text/Resources.class"), (reader, writer) -> {
            reader.accept(writer, 0);
            MethodVisitor added = writer.visitMethod(Opcodes.ACC_PRIVATE, "added", "()V", null, null);
            added.visitCode();
            added.visitInsn(Opcodes.RETURN);
            added.visitMaxs(0, 1);
            added.visitEnd();
        });
        assertThat(changed(copy)).containsExactlyInAnyOrder("names", "tone");
    }

    @Test
    void commentsAndLineNumbersMakeNoDifference() throws IOException {
        ClassLoader copy = copyOfAll("lines");
        rewrite(
                folder.resolve("lines/org/newsweft/text/Tokens.class"),
                (reader, writer) -> reader.accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visitSource(String source, String debug) {
                                super.visitSource("Renamed.java", debug);
                            }

                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] thrown) {
                                return new MethodVisitor(
                                        Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, thrown)) {
                                    @Override
                                    public void visitLineNumber(int line, org.apache.xbean.asm9.Label start) {
                                        super.visitLineNumber(line + 7, start);
                                    }
                                };
                            }
                        },
                        0));
        assertThat(changed(copy)).isEmpty();
    }

    @Test
    void whatReadsFromAStageThatChangedIsStaleAndNothingElse() {
        Map<String, Set<String>> reads = new LinkedHashMap<>();
        reads.put("read", Set.of());
        reads.put("copies", Set.of("read"));
        reads.put("names", Set.of("read"));
        reads.put("pairs", Set.of("names"));
        reads.put("trends", Set.of("pairs", "copies"));
        Map<String, String> now = new TreeMap<>();
        reads.keySet().forEach(stage -> now.put(stage, "1"));
        Fingerprints fingerprints = Fingerprints.given(now);

        assertThat(fingerprints.stale(now, reads)).isEmpty();
        assertThat(fingerprints.stale(with(now, "names", "0"), reads)).containsExactly("names", "pairs", "trends");
        assertThat(fingerprints.stale(with(now, "copies", "0"), reads)).containsExactly("copies", "trends");
        assertThat(fingerprints.stale(with(now, "trends", "0"), reads)).containsExactly("trends");
        // A lake of before there were fingerprints.
        assertThat(fingerprints.stale(Map.of(), reads)).isEqualTo(reads.keySet());
    }

    private Set<String> changed(ClassLoader copy) {
        return Fingerprints.given(Fingerprints.compute(JOBS, copy)).changed(Fingerprints.compute(JOBS, here));
    }

    private static Map<String, String> with(Map<String, String> all, String stage, String fingerprint) {
        Map<String, String> changed = new TreeMap<>(all);
        changed.put(stage, fingerprint);
        return changed;
    }

    /** A copy of all classes and resources that the stages stand on. */
    private ClassLoader copyOfAll(String name) throws IOException {
        Path root = folder.resolve(name);
        for (String job : JOBS.values()) {
            for (String part : Fingerprints.parts(job, here).keySet()) {
                Path file = root.resolve(part);
                if (!part.endsWith(".jar") && !Files.exists(file)) {
                    Files.createDirectories(file.getParent());
                    try (InputStream in = here.getResourceAsStream(part)) {
                        Files.copy(in, file);
                    }
                }
            }
        }
        return new CopyFirst(root, here);
    }

    private static void rewrite(Path file, Rewriting rewriting) throws IOException {
        ClassReader reader = new ClassReader(Files.readAllBytes(file));
        ClassWriter writer = new ClassWriter(0);
        rewriting.to(reader, writer);
        Files.write(file, writer.toByteArray());
    }

    /** Changes a class. */
    private interface Rewriting {
        void to(ClassReader reader, ClassWriter writer);
    }

    /** Finds files in the copy, and the jars of libraries where they always are. */
    private static final class CopyFirst extends URLClassLoader {
        CopyFirst(Path root, ClassLoader libraries) throws MalformedURLException {
            super(new URL[] {root.toUri().toURL()}, libraries);
        }

        @Override
        public URL getResource(String name) {
            URL copied = findResource(name);
            return copied != null || name.startsWith("org/newsweft/") ? copied : super.getResource(name);
        }
    }

    @Test
    void everyResourceOfTheTextPackageBelongsToAClassThatNamesIt() throws IOException {
        Path classes = classes();
        Set<String> named = new TreeSet<>();
        try (var files = Files.walk(classes.resolve("org/newsweft/text"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                String code = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                try (var beside = Files.list(file.getParent())) {
                    beside.map(Path::getFileName)
                            .map(Path::toString)
                            .filter(code::contains)
                            .forEach(named::add);
                }
            }
        }
        try (var files = Files.walk(classes.resolve("org/newsweft/text"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .filter(name -> !name.endsWith(".class") && !name.contains(".golden.")))
                    .as("a resource whose name no class holds as it is changes no fingerprint: name it in full")
                    .allMatch(named::contains);
        }
    }

    private Path classes() {
        URL place = here.getResource("org/newsweft/text/Tokens.class");
        return Path.of(java.net.URI.create(place.toString()))
                .getParent()
                .getParent()
                .getParent()
                .getParent();
    }
}

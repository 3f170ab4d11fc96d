package org.newsweft.store;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.xbean.asm9.ClassReader;
import org.apache.xbean.asm9.ClassWriter;
import org.apache.xbean.asm9.Opcodes;
import org.apache.xbean.asm9.commons.ClassRemapper;
import org.apache.xbean.asm9.commons.Remapper;

/**
 * What a class stands on: the classes it names, those that they name and so on, the resources that any of them names, and
 * the jars of the libraries they call. It is read out of the compiled classes, so nothing has to be declared.
 *
 * <p>Classes are taken without what a debugger needs: a comment or another line number makes no difference. Paths and
 * times of files make none either.
 */
final class CodeClosure {
    private static final String OURS = "org/newsweft/";

    /** What is on every machine that Spark runs on, and computes nothing of ours. */
    private static final List<String> PLATFORM = List.of(
            "java/",
            "javax/",
            "jdk/",
            "sun/",
            "scala/",
            "org/slf4j/",
            "org/apache/spark/",
            "org/apache/hadoop/",
            "org/apache/iceberg/",
            "org/apache/xbean/",
            "com/fasterxml/jackson/",
            "com/google/errorprone/");

    private static final Pattern FILE_NAME = Pattern.compile("/?[A-Za-z0-9][A-Za-z0-9._/-]*\\.[a-z0-9]{2,5}");

    private static final Pattern JAR = Pattern.compile("([^/]+\\.jar)!/");

    private final ClassLoader loader;
    private final Predicate<String> isPlumbing;

    /** What was read of each class: a class is read once, however many stages stand on it. */
    private final Map<String, Node> nodes = new HashMap<>();

    private final Map<String, String> resourceHashes = new HashMap<>();

    /**
     * One class.
     *
     * @param hash of its code
     * @param names internal names of the classes it names
     * @param constants strings in it that look like a file name
     */
    private record Node(String hash, Set<String> names, Set<String> constants) {}

    /**
     * @param loader where classes and resources are found
     * @param isPlumbing true for the internal name of a class that decides nothing about what is computed: the walk ends
     *     there
     */
    CodeClosure(ClassLoader loader, Predicate<String> isPlumbing) {
        this.loader = loader;
        this.isPlumbing = isPlumbing;
    }

    /**
     * What a class stands on: the hash of each class and resource by its place on the class path, and the names of jars.
     *
     * @param root binary name of the class
     */
    Map<String, String> of(String root) {
        Map<String, String> parts = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(root.replace('.', '/')));
        Set<String> packages = new TreeSet<>();
        Set<String> constants = new TreeSet<>();
        Set<String> seen = new TreeSet<>(open);
        while (!open.isEmpty()) {
            String name = open.removeFirst();
            if (name.startsWith(OURS)) {
                Node node = nodes.computeIfAbsent(name, this::read);
                parts.put(name + ".class", node.hash());
                packages.add(name.substring(0, name.lastIndexOf('/') + 1));
                constants.addAll(node.constants());
                node.names().stream()
                        .filter(next -> next.startsWith(OURS) ? !isPlumbing.test(next) : isLibrary(next))
                        .filter(seen::add)
                        .forEach(open::addLast);
            } else {
                jar(name).ifPresent(jar -> parts.put(jar, ""));
            }
        }
        // A name may stand in another class than the one beside which the resource is: each package is tried.
        for (String constant : constants) {
            if (constant.startsWith("/")) {
                addResource(constant.substring(1), parts);
            } else {
                packages.forEach(folder -> addResource(folder + constant, parts));
            }
        }
        return parts;
    }

    /** SHA-256 over parts, as 16 hexadecimal digits. */
    static String fingerprint(Map<String, String> parts) {
        MessageDigest digest = sha256();
        parts.forEach((name, hash) -> digest.update((name + ' ' + hash + '\n').getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static boolean isLibrary(String name) {
        return PLATFORM.stream().noneMatch(name::startsWith) && name.indexOf('/') > 0;
    }

    private Optional<String> jar(String name) {
        URL url = loader.getResource(name + ".class");
        Matcher jar = JAR.matcher(url == null ? "" : url.toString());
        return jar.find() ? Optional.of(jar.group(1)) : Optional.empty();
    }

    private void addResource(String place, Map<String, String> parts) {
        String hash = resourceHashes.computeIfAbsent(place, this::resourceHash);
        if (!hash.isEmpty()) {
            parts.put(place, hash);
        }
    }

    /** Empty if there is no such resource. */
    private String resourceHash(String place) {
        try (InputStream in = loader.getResourceAsStream(place)) {
            if (in == null) {
                return "";
            }
            MessageDigest digest = sha256();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + place, e);
        }
    }

    private Node read(String name) {
        try (InputStream in = loader.getResourceAsStream(name + ".class")) {
            if (in == null) {
                throw new IllegalStateException("the class " + name + " is not on the class path");
            }
            Names names = new Names();
            // Written anew, so that what is left out leaves nothing in the pool of constants.
            ClassWriter code = new ClassWriter(0);
            new ClassReader(in).accept(new ClassRemapper(code, names), ClassReader.SKIP_DEBUG);
            return new Node(
                    HexFormat.of().formatHex(sha256().digest(code.toByteArray())),
                    names.classes,
                    names.constants.stream()
                            .filter(constant -> FILE_NAME.matcher(constant).matches())
                            .collect(toCollection(TreeSet::new)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the class " + name, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Renames nothing, but sees every name: those of calls, of types in signatures, and every constant. */
    private static final class Names extends Remapper {
        private final Set<String> classes = new TreeSet<>();
        private final Set<String> constants = new TreeSet<>();

        Names() {
            super(Opcodes.ASM9);
        }

        @Override
        public String map(String internalName) {
            classes.add(internalName);
            return internalName;
        }

        @Override
        public Object mapValue(Object value) {
            if (value instanceof String constant) {
                constants.add(constant);
            }
            return super.mapValue(value);
        }
    }
}

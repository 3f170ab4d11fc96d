package org.newsweft.text.reading.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the URL of a page says about it. Addresses of the Internet Archive are read as the address they archived. */
public final class PageAddress {
    private static final String ARCHIVE = "web.archive.org/web/";
    private static final int MIN_WORD = 4;

    private final String host;
    private final String path;

    private PageAddress(String host, String path) {
        this.host = host;
        this.path = path;
    }

    /** Reads a URL, which may be null. */
    public static PageAddress of(String url) {
        String rest = withoutScheme(url == null ? "" : url.strip().toLowerCase(Locale.ROOT));
        if (rest.startsWith(ARCHIVE)) {
            int slash = rest.indexOf('/', ARCHIVE.length());
            rest = slash < 0 ? "" : withoutScheme(rest.substring(slash + 1));
        }
        int slash = rest.indexOf('/');
        String host = slash < 0 ? rest : rest.substring(0, slash);
        int port = host.indexOf(':');
        return new PageAddress(port < 0 ? host : host.substring(0, port), slash < 0 ? "" : rest.substring(slash));
    }

    private static String withoutScheme(String url) {
        int scheme = url.indexOf("://");
        return scheme < 0 || scheme > 10 ? url : url.substring(scheme + 3);
    }

    /** Host name in lower case; empty if there is no URL. */
    public String host() {
        return host;
    }

    /** The host without "www.", by which an outlet without a name goes; null if there is no URL. */
    public String outlet() {
        String plain = host.startsWith("www.") ? host.substring(4) : host;
        return plain.isEmpty() || plain.indexOf('.') < 0 ? null : plain;
    }

    /** Path with query, from its first slash, in lower case; empty if there is none. */
    public String path() {
        return path;
    }

    /** Distinct runs of at least four ASCII letters in the path, without the query. */
    public Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        String plain = beforeQuery();
        int i = 0;
        while (i < plain.length()) {
            int end = i;
            while (end < plain.length() && plain.charAt(end) >= 'a' && plain.charAt(end) <= 'z') {
                end++;
            }
            if (end - i >= MIN_WORD) {
                words.add(plain.substring(i, end));
            }
            i = Math.max(end, i + 1);
        }
        return words;
    }

    /** Words of the path segment that has the most of them: usually the headline; numbers and ids left out. */
    public List<String> slug() {
        List<String> best = List.of();
        long bestWords = 0;
        for (String segment : beforeQuery().split("/", -1)) {
            List<String> words = new ArrayList<>();
            for (String word : withoutExtension(segment).split("[^a-z0-9]+", -1)) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
            long alphabetic = words.stream().filter(PageAddress::isLetters).count();
            if (alphabetic > bestWords) {
                best = words;
                bestWords = alphabetic;
            }
        }
        return best.stream().filter(word -> !isIdentifier(word)).toList();
    }

    private String beforeQuery() {
        int end = path.length();
        for (char stop : new char[] {'?', '#'}) {
            int at = path.indexOf(stop);
            end = at >= 0 && at < end ? at : end;
        }
        return path.substring(0, end);
    }

    private static String withoutExtension(String segment) {
        int dot = segment.lastIndexOf('.');
        int length = segment.length() - dot - 1;
        boolean extension = dot >= 0 && length >= 3 && length <= 5 && isLetters(segment.substring(dot + 1));
        return extension ? segment.substring(0, dot) : segment;
    }

    private static boolean isLetters(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    /** A number, or a letter and at least four digits. */
    private static boolean isIdentifier(String word) {
        int from = word.length() > 4 && word.charAt(0) >= 'a' ? 1 : 0;
        return word.substring(from).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}

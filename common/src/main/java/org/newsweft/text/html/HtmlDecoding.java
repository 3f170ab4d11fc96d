package org.newsweft.text.html;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsweft.text.TextDecoding;

/**
 * The character set of a page: that of a byte order mark; UTF-8 if the bytes are that, whatever is said of them; what the
 * server or the page itself says, as browsers read it; else what the bytes look like.
 */
final class HtmlDecoding {
    /** Where browsers look for the page's own word, and no further. */
    private static final int HEAD = 4_096;

    private static final Pattern META =
            Pattern.compile("(?is)<meta[^>]{0,500}?charset\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]{2,40})|<\\?xml[^>]{0,200}?"
                    + "encoding\\s*=\\s*[\"']([a-z0-9_:.-]{2,40})");

    /** Labels whose superset browsers read instead (WHATWG Encoding Standard). */
    private static final Map<String, String> SUPERSETS = Map.of(
            "iso-8859-1", "windows-1252",
            "latin1", "windows-1252",
            "us-ascii", "windows-1252",
            "ascii", "windows-1252",
            "iso-8859-9", "windows-1254",
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "shift_jis", "windows-31j",
            "euc-kr", "x-windows-949",
            "ks_c_5601-1987", "x-windows-949");

    /** Above this share of characters that cannot be, what was said of the bytes is wrong. */
    private static final double MOST_REPLACED = .01;

    private HtmlDecoding() {}

    /**
     * The text of a page; empty if it is none.
     *
     * @param said the character set that the server said, or null
     */
    static Optional<String> decode(byte[] bytes, String said) {
        if (TextDecoding.isBinary(bytes)) {
            return Optional.empty();
        }
        Optional<Charset> declared = charset(said).or(() -> charset(declaredIn(bytes)));
        Optional<String> byDeclaration = declared.filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .map(charset -> new String(bytes, charset))
                .filter(HtmlDecoding::isCredible);
        // Only the escape codes of these are ASCII, and would pass for UTF-8.
        boolean isSevenBit = declared.isPresent() && declared.get().name().startsWith("ISO-2022");
        if (isSevenBit && byDeclaration.isPresent()) {
            return byDeclaration;
        }
        return TextDecoding.decodeUnicode(bytes).or(() -> byDeclaration).or(() -> TextDecoding.decode(bytes));
    }

    private static String declaredIn(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher meta = META.matcher(head);
        if (!meta.find()) {
            return null;
        }
        return meta.group(1) != null ? meta.group(1) : meta.group(2);
    }

    private static Optional<Charset> charset(String label) {
        if (label == null) {
            return Optional.empty();
        }
        String name = label.strip().toLowerCase(Locale.ROOT);
        try {
            // A page that was read as ASCII so far is not UTF-16, whatever it says.
            return name.startsWith("utf-16") || name.startsWith("utf-32")
                    ? Optional.empty()
                    : Optional.of(Charset.forName(SUPERSETS.getOrDefault(name, name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isCredible(String text) {
        long replaced = text.chars().filter(c -> c == '\uFFFD').count();
        return replaced <= MOST_REPLACED * text.length();
    }
}

package org.newsweft.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Turns bytes into text: UTF-8 where they are that, else by byte order mark, else detected by ICU. */
public final class TextDecoding {
    /** Below this, out of 100, ICU's guess is no better than a coin. */
    private static final int MINIMUM_CONFIDENCE = 20;

    /** Detection looks at no more than this: a character set shows early, and the rest would only cost time. */
    private static final int DETECTION_SAMPLE = 64 * 1024;

    private TextDecoding() {}

    /**
     * The text of these bytes, without a byte order mark; empty if they are not UTF-8 and no other character set shows.
     */
    public static Optional<String> decode(byte[] bytes) {
        Optional<String> unicode = decodeUnicode(bytes);
        return unicode.isPresent() ? unicode : detected(bytes);
    }

    /** The text of these bytes, without a byte order mark, if that says UTF-16 or they are UTF-8; else empty. */
    public static Optional<String> decodeUnicode(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return strict(bytes, 2, StandardCharsets.UTF_16BE);
        }
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        return strict(bytes, start, StandardCharsets.UTF_8);
    }

    /** True for bytes that no text file holds: a NUL, unless a byte order mark says UTF-16, or many control codes. */
    public static boolean isBinary(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return false;
        }
        int controls = 0;
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
            if (b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                controls++;
            }
        }
        return controls * 20L > bytes.length;
    }

    private static Optional<String> detected(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.empty();
        }
        if (isEbcdic(bytes) || isOverlong(bytes)) {
            return Optional.empty();
        }
        CharsetMatch match = new CharsetDetector()
                .setText(Arrays.copyOf(bytes, Math.min(bytes.length, DETECTION_SAMPLE)))
                .detect();
        if (match == null || match.getConfidence() < MINIMUM_CONFIDENCE || !Charset.isSupported(match.getName())) {
            return Optional.empty();
        }
        // ICU says ISO-8859-1 for what nearly always is its superset, in which curly quotes have a place.
        String name = match.getName().equals("ISO-8859-1") ? "windows-1252" : match.getName();
        // ICU knows the character sets of mainframes for Hebrew and Arabic, and finds them in all that is no text.
        return name.startsWith("IBM4") ? Optional.empty() : Optional.of(new String(bytes, Charset.forName(name)));
    }

    /** Mainframes part words by 40 and never by 20, and have no letter below 80. */
    private static boolean isEbcdic(byte[] bytes) {
        int spaces = 0;
        int asciiSpaces = 0;
        int high = 0;
        for (byte b : bytes) {
            spaces += b == 0x40 ? 1 : 0;
            asciiSpaces += b == ' ' ? 1 : 0;
            high += b < 0 ? 1 : 0;
        }
        return spaces * 25L > bytes.length && asciiSpaces * 10L < spaces && high * 2L > bytes.length;
    }

    /**
     * True for UTF-8 that writes characters longer than they are, which is forbidden because it smuggles signs past those
     * who look for them, if all else is right.
     */
    private static boolean isOverlong(byte[] bytes) {
        int overlong = 0;
        int i = 0;
        while (i < bytes.length) {
            int b = bytes[i] & 0xFF;
            int length = b < 0x80 ? 1 : b < 0xC0 ? 0 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF8 ? 4 : 0;
            if (length == 0 || i + length > bytes.length) {
                return false;
            }
            for (int k = 1; k < length; k++) {
                if ((bytes[i + k] & 0xC0) != 0x80) {
                    return false;
                }
            }
            int second = length > 1 ? bytes[i + 1] & 0xFF : 0;
            overlong += b == 0xC0 || b == 0xC1 || (b == 0xE0 && second < 0xA0) || (b == 0xF0 && second < 0x90) ? 1 : 0;
            i += length;
        }
        return overlong > 0;
    }

    private static Optional<String> strict(byte[] bytes, int start, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}

package org.newsweft.text.names.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Just enough of a JSON reader (RFC 8259) for lines of labelled text: {@code org.newsweft.text} has no JSON library. */
final class JsonLine {
    private final String line;
    private int at;

    private JsonLine(String line) {
        this.line = line;
    }

    /** The object on this line: strings, doubles, booleans, null, lists and maps. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> parse(String line) {
        JsonLine json = new JsonLine(line);
        Object value = json.value();
        json.skipSpace();
        if (!(value instanceof Map) || json.at != line.length()) {
            throw json.fault("one object");
        }
        return (Map<String, Object>) value;
    }

    private Object value() {
        skipSpace();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> fields = new LinkedHashMap<>();
        at++;
        skipSpace();
        while (peek() != '}') {
            String name = string();
            expect(':');
            fields.put(name, value());
            skipSpace();
            if (peek() == ',') {
                at++;
                skipSpace();
            }
        }
        at++;
        return fields;
    }

    private List<Object> list() {
        List<Object> values = new ArrayList<>();
        at++;
        skipSpace();
        while (peek() != ']') {
            values.add(value());
            skipSpace();
            if (peek() == ',') {
                at++;
            }
            skipSpace();
        }
        at++;
        return values;
    }

    private String string() {
        expect('"');
        StringBuilder text = new StringBuilder();
        while (peek() != '"') {
            char c = line.charAt(at++);
            text.append(c == '\\' ? escaped() : c);
        }
        at++;
        return text.toString();
    }

    private char escaped() {
        char c = line.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(line.substring(at - 4, at), 16);
            }
            default -> c;
        };
    }

    private Double number() {
        int from = at;
        while (at < line.length() && "+-.eE0123456789".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        if (from == at) {
            throw fault("a value");
        }
        return Double.valueOf(line.substring(from, at));
    }

    private Object word(String word, Object value) {
        if (!line.startsWith(word, at)) {
            throw fault(word);
        }
        at += word.length();
        return value;
    }

    private void expect(char c) {
        skipSpace();
        if (peek() != c) {
            throw fault("'" + c + "'");
        }
        at++;
    }

    private char peek() {
        if (at >= line.length()) {
            throw fault("more");
        }
        return line.charAt(at);
    }

    private void skipSpace() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException fault(String expected) {
        return new IllegalArgumentException("not JSON: expected " + expected + " at character " + at);
    }
}

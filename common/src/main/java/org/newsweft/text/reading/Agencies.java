package org.newsweft.text.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import org.newsweft.text.Resources;
import org.newsweft.text.reading.page.TextBlock;

/** News agencies, by the forms in which bylines, datelines and copyright lines name them. */
final class Agencies {
    private static final Map<String, String> NAMES = names();

    private Agencies() {}

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String line : Resources.entries(Agencies.class, "agencies.tsv")) {
            String[] cells = line.split("\t", -1);
            for (String form : cells[1].split(" \\| ", -1)) {
                names.put(form, cells[0]);
            }
        }
        return Map.copyOf(names);
    }

    /** The agency's short name if {@code text} is, to the letter, one of the forms in which it is named; else null. */
    static String named(String text) {
        return NAMES.get(text);
    }

    /** The agency that a line of credit names: the forms are tried on every run of up to four words. */
    static String in(TextBlock block) {
        for (int i = 0; i < block.parts.length; i++) {
            for (int last = Math.min(block.parts.length - 1, i + 3); last >= i; last--) {
                String agency = named(block.text.substring(block.partStarts[i], block.partEnds[last]));
                if (agency != null) {
                    return agency;
                }
            }
        }
        return null;
    }
}

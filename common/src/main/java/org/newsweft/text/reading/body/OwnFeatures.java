package org.newsweft.text.reading.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.newsweft.text.reading.page.Marker;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.TextBlock;

/** What a block shows by itself: length, punctuation, capitals, function words, telling phrases. */
final class OwnFeatures {
    private static final List<Marker> MARKERS = List.of(
            Marker.SHARE,
            Marker.SUBS,
            Marker.CTA,
            Marker.COOKIE,
            Marker.COPY,
            Marker.COMMENT,
            Marker.MORE,
            Marker.AUTHOR,
            Marker.BYLINE,
            Marker.CAPTION,
            Marker.TIME,
            Marker.DATE,
            Marker.URL,
            Marker.PRICE,
            Marker.UPDMETA,
            Marker.YOU,
            Marker.SAID);

    static final List<String> NAMES = names();

    private OwnFeatures() {}

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "lw",
                "lc",
                "wl",
                "cap",
                "caps",
                "dig",
                "punct",
                "sentend",
                "colon",
                "trail",
                "nsent",
                "comma",
                "quote",
                "q_start",
                "stop",
                "lstop",
                "short",
                "lowstart",
                "bullet",
                "digstart",
                "pipe",
                "titlecase",
                "dup",
                "dupn",
                "frag"));
        for (Marker marker : MARKERS) {
            names.add(nameOf(marker));
        }
        return List.copyOf(names);
    }

    static String nameOf(Marker marker) {
        return "x_" + marker.name().toLowerCase(Locale.ROOT);
    }

    static void add(Page page, int index, FeatureRow row) {
        TextBlock block = page.block(index);
        int words = block.words;
        double length = block.text.length();
        double alphabetic = Math.max(1, block.alphabeticWords);
        char first = block.first();
        row.add(Math.log1p(words));
        row.add(Math.log1p(length));
        row.add(words == 0 ? 0 : (double) block.wordChars / words);
        row.add(block.capitalisedWords / alphabetic);
        row.add(block.allCapitalWords / alphabetic);
        row.add(block.digits / length);
        row.add(block.punctuation / length);
        row.add(block.endsSentence);
        row.add(block.last() == ':');
        row.add(">»→…›".indexOf(block.last()) >= 0 || block.text.endsWith("..."));
        row.add(Math.log1p(block.sentenceBreaks));
        row.add(block.commas / (words + 1.0));
        row.add(block.doubleQuotes / (words + 1.0));
        row.add("\"“‘'".indexOf(first) >= 0);
        row.add(block.functionShare());
        row.add(Math.log1p(block.functionWords));
        row.add(block.shortLowerShare());
        row.add(Character.isLowerCase(first));
        row.add("•-–—*·▪►>|".indexOf(first) >= 0);
        row.add(Character.isDigit(first));
        row.add(block.separators / (words + 1.0));
        row.add(block.titleCaseShare());
        row.add(Math.log1p(page.copies(index) - 1));
        row.add(!page.isFirstCopy(index));
        row.add(",;:.)".indexOf(first) >= 0);
        for (Marker marker : MARKERS) {
            row.add(block.has(marker));
        }
    }
}

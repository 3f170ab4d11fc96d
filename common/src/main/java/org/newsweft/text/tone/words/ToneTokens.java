package org.newsweft.text.tone.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tokens of one sentence, with their place in it; what follows the first {@value #LIMIT} is left out. */
public final class ToneTokens {
    public static final int LIMIT = 512;

    private final List<String> surface = new ArrayList<>();
    private final List<String> lowerCase = new ArrayList<>();
    private int[] starts = new int[64];
    private int[] ends = new int[64];

    private ToneTokens() {}

    static ToneTokens of(String sentence) {
        ToneTokens tokens = new ToneTokens();
        TokenScanner scanner = new TokenScanner(sentence);
        while (tokens.count() < LIMIT && scanner.advance()) {
            tokens.add(scanner);
        }
        return tokens;
    }

    private void add(TokenScanner scanner) {
        int index = count();
        if (index == starts.length) {
            starts = Arrays.copyOf(starts, 2 * index);
            ends = Arrays.copyOf(ends, 2 * index);
        }
        starts[index] = scanner.start();
        ends[index] = scanner.end();
        String token = scanner.surface();
        surface.add(token);
        lowerCase.add(token.toLowerCase(Locale.ROOT));
    }

    public int count() {
        return surface.size();
    }

    public int start(int index) {
        return starts[index];
    }

    public int end(int index) {
        return ends[index];
    }

    /** The token as written, with plain apostrophes. */
    String surface(int index) {
        return surface.get(index);
    }

    public String lowerCase(int index) {
        return lowerCase.get(index);
    }

    public boolean isCapitalized(int index) {
        return Character.isUpperCase(surface.get(index).charAt(0));
    }
}

package org.newsweft.text.tone;

import java.util.ArrayList;
import java.util.List;
import org.newsweft.text.Resources;
import org.newsweft.text.Span;

/**
 * Our hand-labelled sentences about who is criticised and who is not (roles.tsv), in two halves by sentence: the first
 * was looked at while the rules were written, the second was not.
 */
final class RoleSuite {
    /** One labelled target. */
    record Case(String sentence, String target, ToneLabel label, String phenomenon, boolean seen) {}

    private RoleSuite() {}

    /** Prints the share told right of each half and, for the first, what was told wrong: {@code RoleSuite MODEL}. */
    public static void main(String[] arguments) {
        ToneAnalyzer analyzer = ToneAnalyzer.load(ToneModel.valueOf(arguments[0]));
        for (Case one : cases()) {
            TargetTone tone = tone(analyzer, one);
            if (one.seen() && tone.label() != one.label()) {
                System.out.printf(
                        "%-8s %s [%s] %s (%s)%n", one.label(), tone, one.target(), one.sentence(), one.phenomenon());
            }
        }
        System.out.printf("first half: %.3f%nsecond half: %.3f%n", share(analyzer, true), share(analyzer, false));
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        String last = "";
        boolean seen = false;
        for (String line : Resources.entries(RoleSuite.class, "roles.tsv")) {
            String[] fields = line.split("\t", -1);
            seen ^= !fields[0].equals(last);
            last = fields[0];
            cases.add(new Case(fields[0], fields[1], label(fields[2]), fields[3], seen));
        }
        return cases;
    }

    private static ToneLabel label(String code) {
        for (ToneLabel label : ToneLabel.values()) {
            if (label.code().equals(code)) {
                return label;
            }
        }
        throw new IllegalArgumentException("roles.tsv: no such label: " + code);
    }

    static TargetTone tone(ToneAnalyzer analyzer, Case one) {
        List<Span> mentions = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Case other : cases()) {
            int start = other.sentence().indexOf(other.target());
            if (other.sentence().equals(one.sentence())) {
                mentions.add(new Span(start, start + other.target().length()));
                ids.add(other.target());
            }
        }
        return analyzer.targets(one.sentence(), mentions, ids).get(ids.indexOf(one.target()));
    }

    /** The share of one half that the analyzer labels as we did. */
    static double share(ToneAnalyzer analyzer, boolean seen) {
        List<Case> half = cases().stream().filter(one -> one.seen() == seen).toList();
        long right = half.stream()
                .filter(one -> tone(analyzer, one).label() == one.label())
                .count();
        return (double) right / half.size();
    }
}

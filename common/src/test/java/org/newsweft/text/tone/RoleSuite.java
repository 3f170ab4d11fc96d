package org.newsweft.text.tone;

import java.util.ArrayList;
import java.util.List;
import org.newsweft.text.Resources;
import org.newsweft.text.Span;

/** Our hand-labelled sentences about who is criticised and who is not. */
final class RoleSuite {
    /** Looked at while the rules were written. */
    static final String SEEN = "roles.tsv";
    /** Not looked at. */
    static final String FRESH = "roles_fresh.tsv";

    /** One labelled target. */
    record Case(String sentence, String target, ToneLabel label, String phenomenon) {}

    private RoleSuite() {}

    /** Prints the share told right and, of the sentences that may be looked at, what was told wrong: {@code MODEL}. */
    public static void main(String[] arguments) {
        ToneAnalyzer analyzer = ToneAnalyzer.load(ToneModel.valueOf(arguments[0]));
        for (Case one : cases(SEEN)) {
            TargetTone tone = tone(analyzer, one, cases(SEEN));
            if (tone.label() != one.label()) {
                System.out.printf(
                        "%-8s %s [%s] %s (%s)%n", one.label(), tone, one.target(), one.sentence(), one.phenomenon());
            }
        }
        System.out.printf("looked at: %.3f%nfresh: %.3f%n", share(analyzer, SEEN), share(analyzer, FRESH));
    }

    static List<Case> cases(String file) {
        List<Case> cases = new ArrayList<>();
        for (String[] fields : Resources.rows(RoleSuite.class, file)) {
            cases.add(new Case(fields[0], fields[1], label(fields[2]), fields[3]));
        }
        return cases;
    }

    private static ToneLabel label(String code) {
        for (ToneLabel label : ToneLabel.values()) {
            if (label.code().equals(code)) {
                return label;
            }
        }
        throw new IllegalArgumentException("no such label: " + code);
    }

    /** The tone toward the target of one case, the targets of its sentence's other cases being mentions too. */
    private static TargetTone tone(ToneAnalyzer analyzer, Case one, List<Case> cases) {
        List<Span> mentions = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Case other : cases) {
            int start = other.sentence().indexOf(other.target());
            if (other.sentence().equals(one.sentence())) {
                mentions.add(new Span(start, start + other.target().length()));
                ids.add(other.target());
            }
        }
        return analyzer.targets(one.sentence(), mentions, ids).get(ids.indexOf(one.target()));
    }

    /** The share of the cases of one file that the analyzer labels as we did. */
    static double share(ToneAnalyzer analyzer, String file) {
        List<Case> cases = cases(file);
        long right = cases.stream()
                .filter(one -> tone(analyzer, one, cases).label() == one.label())
                .count();
        return (double) right / cases.size();
    }
}

package org.newsweft.text.tone;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The tone toward each target of a sentence: what the model says of the masked sentence, of its main clause where
 * another concedes something, and what follows from the target's role.
 */
final class TargetTones {
    /** How much the whole sentence still counts beside the clause that decides. */
    private static final double WHOLE_SHARE = 0.3;

    private static final double RECONCILED = 2;
    private static final double MUTUAL = 1.2;
    private static final int LONGEST_MUTUAL = 20;

    private static final Set<String> ENDING = Set.of(
            "end",
            "ends",
            "ended",
            "ending",
            "settle",
            "settles",
            "settled",
            "resolve",
            "resolves",
            "resolved",
            "overcome",
            "overcame",
            "buried",
            "bury");

    private final TargetEncoder encoder;
    private final TargetToneModel model;
    private final RoleFinder roles;
    private final EventLexicon events;

    TargetTones(TargetEncoder encoder, TargetToneModel model, RoleLexicon lexicon, EventLexicon events) {
        this.encoder = encoder;
        this.model = model;
        this.roles = new RoleFinder(lexicon);
        this.events = events;
    }

    /** One tone per target, in order. */
    List<TargetTone> of(String sentence, List<Target> targets) {
        List<TargetTone> tones = new ArrayList<>(targets.size());
        for (MaskedSentence masked : encoder.mask(sentence, targets)) {
            tones.add(toneOf(masked));
        }
        return tones;
    }

    private TargetTone toneOf(MaskedSentence masked) {
        double[] logits = model.logits(masked);
        MaskedSentence deciding = Contrast.decidingClause(masked);
        if (deciding != masked) {
            double[] clause = model.logits(deciding);
            for (int c = 0; c < logits.length; c++) {
                logits[c] = WHOLE_SHARE * logits[c] + (1 - WHOLE_SHARE) * clause[c];
            }
            shiftIfReconciled(masked, deciding, logits);
        }
        Role role = roles.find(deciding);
        RoleShift.apply(role, logits);
        if (role == null) {
            shiftIfMutual(deciding, logits);
        }
        PredicateShift.apply(deciding, role != null, logits);
        return TargetTone.ofLogits(logits[0], logits[1], logits[2]);
    }

    /** "X and Y are locked in a dispute", "tension between X and Y": conflict is of both, and so is its end. */
    private void shiftIfMutual(MaskedSentence sentence, double[] logits) {
        int target = sentence.firstTarget();
        if (sentence.length() > LONGEST_MUTUAL || !isJoined(sentence, target)) {
            return;
        }
        EventWords words = events.count(sentence);
        if (words.conflict() > 0 && words.cooperation() == 0) {
            logits[isEnded(sentence) ? 2 : 0] += MUTUAL;
        }
    }

    private static boolean isJoined(MaskedSentence sentence, int target) {
        boolean before = target >= 2 && "and".equals(sentence.word(target - 1)) && sentence.isName(target - 2);
        boolean after = target + 2 < sentence.length()
                && "and".equals(sentence.word(target + 1))
                && sentence.isName(target + 2);
        return before || after;
    }

    private static boolean isEnded(MaskedSentence sentence) {
        for (int i = 0; i < sentence.length(); i++) {
            if (sentence.word(i) != null && ENDING.contains(sentence.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** "Sparred but agreed": conflict conceded, cooperation told. */
    private void shiftIfReconciled(MaskedSentence whole, MaskedSentence deciding, double[] logits) {
        EventWords clause = events.count(deciding);
        if (clause.cooperation() > 0
                && clause.conflict() == 0
                && events.count(whole).conflict() > 0) {
            logits[1] -= RECONCILED / 2;
            logits[2] += RECONCILED;
        }
    }
}

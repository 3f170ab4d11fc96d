package org.newsweft.text.tone;

import java.util.ArrayList;
import java.util.List;

/**
 * The tone toward each target of a sentence: what the model says of the masked sentence, of its main clause where
 * another concedes something, and what follows from the target's role.
 */
final class TargetTones {
    /** How much the whole sentence still counts beside the clause that decides. */
    private static final double WHOLE_SHARE = 0.3;

    private static final double RECONCILED = 2;

    private final TargetEncoder encoder;
    private final TargetToneModel model;
    private final RoleFinder roles;
    private final EventLexicon events;

    TargetTones(TargetEncoder encoder, TargetToneModel model, RoleFinder roles, EventLexicon events) {
        this.encoder = encoder;
        this.model = model;
        this.roles = roles;
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
        RoleShift.apply(roles.find(deciding), logits);
        PredicateShift.apply(deciding, logits);
        return TargetTone.ofLogits(logits[0], logits[1], logits[2]);
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

package org.newsweft.text.tone;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.newsweft.text.tone.roles.Attitudes;
import org.newsweft.text.tone.roles.Circumstances;
import org.newsweft.text.tone.roles.Contrast;
import org.newsweft.text.tone.roles.EventLexicon;
import org.newsweft.text.tone.roles.EventWords;
import org.newsweft.text.tone.roles.MaskedSentence;
import org.newsweft.text.tone.roles.PredicateShift;
import org.newsweft.text.tone.roles.Role;
import org.newsweft.text.tone.roles.RoleClass;
import org.newsweft.text.tone.roles.RoleFinder;
import org.newsweft.text.tone.roles.RoleLexicon;
import org.newsweft.text.tone.roles.RoleShift;
import org.newsweft.text.tone.roles.Target;

/**
 * The tone toward each target of a sentence: what the model says of the masked sentence and of its main clause where
 * another concedes something, what follows from the target's role, and what the target does in the sentence, all weighed
 * by {@link ToneHead}.
 */
final class TargetTones {
    /** How much the whole sentence still counts beside the clause that decides. */
    private static final double WHOLE_SHARE = 0.3;

    private static final int CLASSES = 3;

    /** How many numbers the head takes. */
    static final int INPUTS = 4 * CLASSES + LexicalFeatures.COUNT + Circumstances.COUNT + 4;

    /** Logit by which an attitude told outright goes before neutral. */
    private static final double TOLD = 1.5;

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
    private final ToneHead head;

    TargetTones(TargetEncoder encoder, TargetToneModel model, RoleLexicon lexicon, EventLexicon events, ToneHead head) {
        this.encoder = encoder;
        this.model = model;
        this.roles = new RoleFinder(lexicon);
        this.events = events;
        this.head = head;
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
        double[] logits = head.logits(inputs(masked));
        int attitude = Attitudes.toward(masked);
        if (attitude != 0) {
            say(attitude, logits);
        }
        return TargetTone.ofLogits(logits[0], logits[1], logits[2]);
    }

    /** Where it is told outright what somebody thinks of the target, that is more probable than that nothing is. */
    private static void say(int attitude, double[] logits) {
        int told = attitude > 0 ? 2 : 0;
        logits[told] = Math.max(logits[told], logits[1] + TOLD);
        logits[2 - told] = Math.min(logits[2 - told], logits[1] - TOLD);
    }

    /**
     * What the head weighs: the logits of the model for the sentence and for its deciding clause, and their
     * probabilities; how the rules about roles and predicates shift them; the lexical features; the circumstances; and where model and
     * role agree.
     */
    double[] inputs(MaskedSentence masked) {
        double[] inputs = new double[INPUTS];
        double[] logits = model.logits(masked);
        System.arraycopy(logits, 0, inputs, 0, CLASSES);
        MaskedSentence deciding = Contrast.decidingClause(masked);
        double[] shifted = logits.clone();
        if (deciding != masked) {
            double[] clause = model.logits(deciding);
            for (int c = 0; c < CLASSES; c++) {
                shifted[c] = WHOLE_SHARE * logits[c] + (1 - WHOLE_SHARE) * clause[c];
            }
        }
        System.arraycopy(shifted, 0, inputs, CLASSES, CLASSES);
        double[] shift = shift(masked, deciding);
        for (int c = 0; c < CLASSES; c++) {
            inputs[2 * CLASSES + c] = shift[c];
            shifted[c] += shift[c];
        }
        writeProbabilities(shifted, inputs, 3 * CLASSES);
        float[] lexical = LexicalFeatures.of(masked);
        for (int i = 0; i < lexical.length; i++) {
            inputs[4 * CLASSES + i] = lexical[i];
        }
        Role role = roles.find(deciding);
        double[] circumstances = Circumstances.of(deciding, role, events.count(deciding));
        System.arraycopy(circumstances, 0, inputs, 4 * CLASSES + lexical.length, circumstances.length);
        writeAgreement(role, inputs);
        return inputs;
    }

    /**
     * Where the model is sure, and where the role says the same: of the mentions in running news of which both say ill,
     * seven in ten are negative, of those of which one does, half.
     */
    private static void writeAgreement(Role role, double[] inputs) {
        double negative = fourthPower(inputs[3 * CLASSES]);
        double positive = fourthPower(inputs[3 * CLASSES + 2]);
        boolean ill = false;
        boolean well = false;
        if (role != null && !role.negated()) {
            ill = role.event() == (role.actor() ? RoleClass.HARM : RoleClass.ACCUSE);
            well = role.event() == (role.actor() ? RoleClass.HELP : RoleClass.PRAISE);
        }
        inputs[INPUTS - 4] = negative;
        inputs[INPUTS - 3] = positive;
        inputs[INPUTS - 2] = ill ? negative : 0;
        inputs[INPUTS - 1] = well ? positive : 0;
    }

    private static double fourthPower(double x) {
        return x * x * x * x;
    }

    /** What the rules add to the logits of the deciding clause. */
    private double[] shift(MaskedSentence masked, MaskedSentence deciding) {
        double[] shift = new double[CLASSES];
        if (deciding != masked) {
            shiftIfReconciled(masked, deciding, shift);
        }
        Role role = roles.find(deciding);
        RoleShift.apply(role, shift);
        if (role == null) {
            shiftIfMutual(deciding, shift);
        }
        PredicateShift.apply(deciding, role != null, shift);
        return shift;
    }

    private static void writeProbabilities(double[] logits, double[] to, int start) {
        double greatest = Math.max(logits[0], Math.max(logits[1], logits[2]));
        double sum = 0;
        for (int c = 0; c < CLASSES; c++) {
            to[start + c] = Math.exp(logits[c] - greatest);
            sum += to[start + c];
        }
        for (int c = 0; c < CLASSES; c++) {
            to[start + c] /= sum;
        }
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

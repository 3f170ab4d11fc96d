package org.newsweft.text.tone.roles;

import java.util.Set;
import org.newsweft.text.tone.words.Negation;
import org.newsweft.text.tone.words.SentenceWords;

/**
 * Whether all the harm that a sentence names is denied: "nobody was hurt", "no damage", "not the worst season". Not so
 * where what is denied is help against it: "did not stop the attack".
 */
public final class DeniedHarm {
    private static final Set<String> AGAINST = Set.of(
            "deny",
            "denied",
            "denies",
            "prevent",
            "prevented",
            "stop",
            "stopped",
            "avoid",
            "avoided",
            "end",
            "ended",
            "rule",
            "ruled",
            "halt",
            "halted",
            "save",
            "saved",
            "spare",
            "spared",
            "protect",
            "protected",
            "condemn",
            "condemned",
            "apologize",
            "apologized",
            "help",
            "helped",
            "escape",
            "escaped",
            "let",
            "forget",
            "forgive",
            "only",
            "just",
            "merely",
            "but");

    private static final Set<String> FAILING =
            Set.of("fail", "fails", "failed", "failing", "refuse", "refuses", "refused", "refusing");

    private DeniedHarm() {}

    /** True if a word of harm is denied and none is not. */
    public static boolean isAll(SentenceWords words) {
        boolean[] negated = Negation.negated(words.tokens());
        boolean[] names = words.names();
        boolean any = false;
        for (int i = 0; i < words.count(); i++) {
            String word = words.tokens().lowerCase(i);
            if (FAILING.contains(word) || (negated[i] && AGAINST.contains(word))) {
                return false;
            }
            if (words.value(i) < 0 && !names[i] && !Negation.isNegation(word)) {
                if (!negated[i]) {
                    return false;
                }
                any = true;
            }
            // Denied praise is blame.
            if (words.value(i) > 0 && negated[i]) {
                return false;
            }
        }
        return any;
    }
}

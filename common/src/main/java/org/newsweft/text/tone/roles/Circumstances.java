package org.newsweft.text.tone.roles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsweft.text.tone.words.Negation;
import org.newsweft.text.tone.words.WordTraits;

/**
 * What a target does in its sentence, as numbers between 0 and 1: whether it owns, modifies or is the place, speaks or is
 * spoken to, what the words around it say that it does or suffers, which of the judging words stand nearer to it than to
 * any other name, and what kind of sentence it is. Learnt models weigh them; nothing is decided here.
 */
public final class Circumstances {
    /** How many numbers there are. */
    public static final int COUNT = 84;

    private static final int FIRST_ROLE = 40;
    private static final int FIRST_OWNED = 60;
    private static final int FIRST_SENTENCE = 72;

    private static final double NORMALIZER = 4;
    private static final int NEAR = 6;

    private static final Set<String> PLACING = Set.of(
            "in", "at", "near", "outside", "inside", "across", "around", "throughout", "through", "into", "within");

    private static final Set<String> WAYS = Set.of("from", "to", "toward", "towards", "between", "off", "via");

    private static final Set<String> COPULAS = Set.of("is", "are", "was", "were", "be", "been", "being", "remains");

    private static final Set<String> AUXILIARIES = Set.of(
            "has", "have", "had", "will", "would", "could", "can", "may", "might", "should", "must", "did", "does",
            "do");

    private static final Set<String> SUBJUNCTIVES =
            Set.of("would", "could", "may", "might", "if", "whether", "should", "possible", "potential", "plans");

    private static final Set<String> ADDRESSING = Set.of(
            "told",
            "tells",
            "asked",
            "asks",
            "urged",
            "urges",
            "met",
            "meets",
            "meeting",
            "visited",
            "visits",
            "called",
            "invited",
            "interviewed",
            "contacted",
            "informed",
            "joined");

    private static final Set<String> SPEAKING = Set.of(
            "said",
            "says",
            "say",
            "told",
            "tells",
            "added",
            "adds",
            "wrote",
            "writes",
            "argued",
            "noted",
            "stated",
            "tweeted",
            "insisted",
            "explained",
            "announced",
            "declared",
            "replied",
            "reported",
            "reports",
            "according",
            "asked",
            "commented",
            "remarked",
            "responded",
            "confirmed",
            "suggested",
            "warned",
            "testified",
            "posted");

    private static final Set<String> DENYING =
            Set.of("denied", "denies", "deny", "denying", "rejected", "rejects", "dismissed", "refuted", "disputed");

    private static final Set<String> CHARGING = Set.of(
            "accused",
            "accuses",
            "accusing",
            "charged",
            "charges",
            "blamed",
            "blames",
            "blaming",
            "criticized",
            "criticised",
            "criticism",
            "condemned",
            "convicted",
            "sentenced",
            "indicted",
            "arrested",
            "alleged",
            "allegedly",
            "allegations",
            "allegation",
            "guilty",
            "scandal",
            "fraud",
            "sued",
            "fined",
            "suspected",
            "corruption",
            "misconduct",
            "violated",
            "violating",
            "violation",
            "violations",
            "illegal",
            "illegally");

    private static final Set<String> CREDITING = Set.of(
            "praised",
            "praises",
            "praising",
            "hailed",
            "lauded",
            "thanked",
            "thank",
            "congratulated",
            "awarded",
            "won",
            "wins",
            "winning",
            "honored",
            "honoured",
            "celebrated",
            "successful",
            "successfully",
            "support",
            "supported",
            "supports",
            "endorsed",
            "welcomed",
            "best",
            "great",
            "hero",
            "rescued",
            "helped",
            "saved",
            "cleared",
            "acquitted",
            "leading",
            "popular",
            "victory",
            "award",
            "prize",
            "champion",
            "success");

    private static final Set<String> LOSING = Set.of(
            "lost",
            "loses",
            "losing",
            "lose",
            "defeat",
            "defeated",
            "failed",
            "fails",
            "failing",
            "failure",
            "fell",
            "resigned",
            "resign",
            "resignation",
            "fired",
            "ousted",
            "collapsed",
            "bankruptcy",
            "weak",
            "decline",
            "struggling",
            "struggled",
            "delayed",
            "canceled",
            "cancelled",
            "withdrew",
            "suspended",
            "banned");

    private static final Set<String> SUFFERING = Set.of(
            "killed",
            "died",
            "dead",
            "injured",
            "wounded",
            "victim",
            "victims",
            "death",
            "deaths",
            "murdered",
            "shot",
            "attacked",
            "hit",
            "struck",
            "kidnapped",
            "missing",
            "survivors",
            "hurt",
            "hospitalized",
            "infected");

    private static final Set<String> OPERATING = Set.of(
            "attack",
            "attacks",
            "attacked",
            "strike",
            "strikes",
            "struck",
            "bombed",
            "bombing",
            "invaded",
            "invasion",
            "fired",
            "launched",
            "missiles",
            "missile",
            "drone",
            "drones",
            "war",
            "troops",
            "military");

    /** Kinds of words whose distance to the target counts, in the order of their numbers. */
    private static final List<Set<String>> KINDS =
            List.of(CHARGING, CREDITING, LOSING, SUFFERING, OPERATING, DENYING, SUBJUNCTIVES);

    /** The kinds that a word is of, as bits. */
    private static final Map<String, Integer> TOPICS = topics();

    private final MaskedSentence sentence;
    private final int target;
    private final double[] numbers = new double[COUNT];

    private Circumstances(MaskedSentence sentence) {
        this.sentence = sentence;
        this.target = sentence.firstTarget();
    }

    private static Map<String, Integer> topics() {
        Map<String, Integer> topics = new HashMap<>();
        for (int kind = 0; kind < KINDS.size(); kind++) {
            int bit = 1 << kind;
            KINDS.get(kind).forEach(word -> topics.merge(word, bit, (a, b) -> a | b));
        }
        return Map.copyOf(topics);
    }

    /**
     * The numbers of one sentence.
     *
     * @param role the target's role, null if none was found
     * @param events words of conflict and cooperation in it
     */
    public static double[] of(MaskedSentence sentence, Role role, EventWords events) {
        Circumstances circumstances = new Circumstances(sentence);
        if (sentence.length() > 0 && sentence.isTarget(circumstances.target)) {
            circumstances.describeNeighbours();
            circumstances.describeRole(role);
            circumstances.weighOwned();
            circumstances.describeSentence(events);
        }
        return circumstances.numbers;
    }

    private void describeNeighbours() {
        int last = lastOfName();
        String next = word(last + 1);
        String afterNext = word(last + 2);
        boolean possessive = "'s".equals(next) || "'".equals(next);
        set(0, possessive);
        set(1, !possessive && isContent(last + 1) && !isVerbLike(next));
        set(2, isVerbLike(next) && isContent(last + 1));
        set(3, ",".equals(next));
        set(4, COPULAS.contains(next));
        set(5, AUXILIARIES.contains(next));
        set(6, anyOf(SPEAKING, last + 1, last + 4));
        set(7, ".".equals(next) || next.isEmpty());
        set(8, "and".equals(next) || "or".equals(next));
        set(9, "(".equals(next));
        set(10, Negation.isNegation(next) || Negation.isNegation(afterNext));
        set(11, next.endsWith("ing"));
        set(12, "who".equals(next) || "which".equals(next) || "who".equals(afterNext));
        set(13, possessive && isContent(last + 2) && sentence.value(Math.min(last + 2, sentence.length() - 1)) != 0);
        int before = target - 1;
        set(14, before < 0);
        set(15, before >= 0 && sentence.isName(before));
        while (before >= 0 && (sentence.isName(before) || isDeterminer(word(before)))) {
            before--;
        }
        String previous = word(before);
        set(16, PLACING.contains(previous));
        set(17, WAYS.contains(previous));
        set(18, "of".equals(previous));
        set(19, "by".equals(previous));
        set(20, "with".equals(previous));
        set(21, "against".equals(previous));
        set(22, "for".equals(previous));
        set(23, "on".equals(previous) || "over".equals(previous) || "about".equals(previous));
        set(24, "and".equals(previous) || "or".equals(previous));
        set(25, ADDRESSING.contains(previous));
        set(26, SPEAKING.contains(previous) || ("to".equals(previous) && "according".equals(word(before - 1))));
        set(27, isVerbLike(previous));
        set(28, "that".equals(previous));
        set(29, ",".equals(previous));
        set(30, "(".equals(previous));
        set(31, ":".equals(previous));
        set(32, before >= 0 && isDeterminer(word(target - 1)));
        set(33, isContent(target - 1) && !isVerbLike(word(target - 1)));
        set(34, before >= 0 && sentence.has(before, WordTraits.QUOTE_OPENS));
        set(35, isListed(last));
        set(36, numberOfTargets() > 1);
        set(37, isSubject(last));
        set(38, isInParentheses());
        set(39, sentence.isTargetPronoun());
    }

    /** The last position of the run of names that begins at the target. */
    private int lastOfName() {
        int last = target;
        while (last + 1 < sentence.length() && (sentence.isName(last + 1) || sentence.isTarget(last + 1))) {
            last++;
        }
        return last;
    }

    private boolean isListed(int last) {
        boolean before = target >= 2
                && isJoint(word(target - 1))
                && (sentence.isName(target - 2) || sentence.isTarget(target - 2));
        boolean after = last + 2 < sentence.length() && isJoint(word(last + 1)) && sentence.isName(last + 2);
        return before || after;
    }

    private static boolean isJoint(String word) {
        return ",".equals(word) || "and".equals(word) || "or".equals(word);
    }

    /** A verb within reach after the target, and no preposition before it. */
    private boolean isSubject(int last) {
        String previous = word(target - 1);
        if (PLACING.contains(previous) || WAYS.contains(previous) || "of".equals(previous) || "by".equals(previous)) {
            return false;
        }
        for (int i = last + 1; i < Math.min(sentence.length(), last + 4); i++) {
            if (COPULAS.contains(word(i)) || AUXILIARIES.contains(word(i)) || isVerbLike(word(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isInParentheses() {
        for (int i = target; i >= 0; i--) {
            if (")".equals(word(i))) {
                return false;
            }
            if ("(".equals(word(i))) {
                return true;
            }
        }
        return false;
    }

    private int numberOfTargets() {
        int count = 0;
        for (int i = 0; i < sentence.length(); i++) {
            count += sentence.isTarget(i) ? 1 : 0;
        }
        return count;
    }

    /** The weights are laid out in the order of the classes. */
    @SuppressWarnings("EnumOrdinal")
    private void describeRole(Role role) {
        if (role == null) {
            return;
        }
        int kind = 2 * role.event().ordinal() + (role.actor() ? 0 : 1);
        numbers[FIRST_ROLE + kind + (role.negated() ? 10 : 0)] = 1;
    }

    /** Words that judge, by whether they are nearer to the target than to any other name, and in its clause. */
    private void weighOwned() {
        int nearestDistance = Integer.MAX_VALUE;
        int nearestSign = 0;
        int nearestClaimed = 0;
        for (int i = 0; i < sentence.length(); i++) {
            double value = sentence.value(i) * (sentence.isNegated(i) ? -0.74 : 1);
            if (value == 0) {
                continue;
            }
            int distance = Math.abs(sentence.distance(i));
            boolean claimed = otherNameNearer(i, distance);
            int sign = value > 0 ? 0 : 1;
            numbers[FIRST_OWNED + (claimed ? 2 : 0) + sign] += Math.abs(value);
            if (distance <= NEAR && !brokenBetween(i)) {
                numbers[FIRST_OWNED + 4 + (claimed ? 2 : 0) + sign] += Math.abs(value);
            }
            if (distance < nearestDistance) {
                nearestDistance = distance;
                nearestSign = sign;
                nearestClaimed = claimed ? 1 : 0;
            }
        }
        for (int j = FIRST_OWNED; j < FIRST_OWNED + 8; j++) {
            numbers[j] = numbers[j] / Math.sqrt(numbers[j] * numbers[j] + NORMALIZER);
        }
        if (nearestDistance < Integer.MAX_VALUE) {
            numbers[FIRST_OWNED + 8 + 2 * nearestClaimed + nearestSign] = 1 / (1 + nearestDistance / 4.0);
        }
    }

    private boolean otherNameNearer(int index, int distance) {
        for (int d = 1; d < distance; d++) {
            boolean left = index - d >= 0 && sentence.isName(index - d);
            boolean right = index + d < sentence.length() && sentence.isName(index + d);
            if (left || right) {
                return true;
            }
        }
        return false;
    }

    private boolean brokenBetween(int index) {
        int nearest = index - sentence.distance(index);
        for (int i = Math.min(index, nearest) + 1; i < Math.max(index, nearest); i++) {
            if (sentence.has(i, WordTraits.CLAUSE_BREAK)) {
                return true;
            }
        }
        return false;
    }

    private void describeSentence(EventWords events) {
        numbers[FIRST_SENTENCE] = Math.min(events.conflict(), 4) / 4.0;
        numbers[FIRST_SENTENCE + 1] = Math.min(events.cooperation(), 4) / 4.0;
        measureTopics();
        set(FIRST_SENTENCE + 9, anyOf(SPEAKING, 0, target));
        set(FIRST_SENTENCE + 10, "?".equals(word(sentence.length() - 1)));
        numbers[FIRST_SENTENCE + 11] = Math.min(numberOfNames(), 8) / 8.0;
    }

    private int numberOfNames() {
        int count = 0;
        for (int i = 0; i < sentence.length(); i++) {
            boolean first = sentence.isName(i) && (i == 0 || !sentence.isName(i - 1));
            count += first ? 1 : 0;
        }
        return count;
    }

    /** For each kind of words, how near the nearest of them stands to the target: 1 beside it, 0 if there is none. */
    private void measureTopics() {
        for (int i = 0; i < sentence.length(); i++) {
            Integer topics = TOPICS.get(word(i));
            if (topics == null) {
                continue;
            }
            int distance = Math.abs(sentence.distance(i));
            double nearness = (otherNameNearer(i, distance) ? 0.5 : 1) / (1 + (distance - 1) / 6.0);
            for (int kind = 0; kind < KINDS.size(); kind++) {
                if ((topics & 1 << kind) != 0) {
                    numbers[FIRST_SENTENCE + 2 + kind] = Math.max(numbers[FIRST_SENTENCE + 2 + kind], nearness);
                }
            }
        }
    }

    private boolean anyOf(Set<String> words, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, sentence.length()); i++) {
            if (words.contains(word(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isContent(int index) {
        if (index < 0 || index >= sentence.length() || !sentence.isPlain(index)) {
            return false;
        }
        String word = word(index);
        return Character.isLetter(word.charAt(0))
                && !sentence.has(index, WordTraits.FUNCTION_WORD | WordTraits.CLAUSE_BREAK | WordTraits.PRONOUN)
                && !AUXILIARIES.contains(word)
                && !WAYS.contains(word)
                && !PLACING.contains(word);
    }

    /** By its ending, or a past tense that speaks. */
    private static boolean isVerbLike(String word) {
        return (word.endsWith("ed") && word.length() > 3) || SPEAKING.contains(word);
    }

    private static boolean isDeterminer(String word) {
        return "the".equals(word) || "a".equals(word) || "an".equals(word) || "former".equals(word);
    }

    private String word(int index) {
        String word = index < 0 || index >= sentence.length() ? null : sentence.word(index);
        return word == null ? "" : word;
    }

    private void set(int index, boolean holds) {
        numbers[index] = holds ? 1 : 0;
    }
}

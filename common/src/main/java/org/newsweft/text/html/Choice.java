package org.newsweft.text.html;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One of several values that a page gives for the same field. */
final class Choice {
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?!\\d).*", Pattern.DOTALL);
    private static final int LONGEST_SHOWN = 80;
    private static final int LONGEST_VALUE = 2_000;

    /** When two values say the same. */
    enum Sameness {
        /** The words of one are among those of the other. */
        WORDS {
            @Override
            boolean holds(String a, String b) {
                Set<String> left = words(a);
                Set<String> right = words(b);
                return left.containsAll(right) || right.containsAll(left);
            }
        },
        /** No more than a day apart, as one moment is in two time zones; what is no ISO date says nothing. */
        DAYS {
            @Override
            boolean holds(String a, String b) {
                Optional<LocalDate> left = day(a);
                Optional<LocalDate> right = day(b);
                return left.isEmpty()
                        || right.isEmpty()
                        || Math.abs(ChronoUnit.DAYS.between(left.get(), right.get())) <= 1;
            }
        },
        /** The same language, in whatever country. */
        LANGUAGE {
            @Override
            boolean holds(String a, String b) {
                return a.substring(0, Math.min(2, a.length()))
                        .equalsIgnoreCase(b.substring(0, Math.min(2, b.length())));
            }
        },
        /** The same path. */
        ADDRESS {
            @Override
            boolean holds(String a, String b) {
                return path(a).equals(path(b));
            }
        };

        abstract boolean holds(String a, String b);
    }

    private record Candidate(String place, String value) {}

    private final String field;
    private final Sameness sameness;
    private final List<Candidate> candidates = new ArrayList<>();

    Choice(String field, Sameness sameness) {
        this.field = field;
        this.sameness = sameness;
    }

    /** Adds what a place says; places come in the order in which they are trusted. */
    void add(String place, String value) {
        if (value != null && !value.isBlank() && value.length() <= LONGEST_VALUE) {
            candidates.add(new Candidate(place, value.strip()));
        }
    }

    boolean isEmpty() {
        return candidates.isEmpty();
    }

    /**
     * The value that most places agree with, the first of these; null if there is none.
     *
     * @param contradictions takes a line for a place that says something else
     */
    String best(List<String> contradictions) {
        Candidate best = null;
        long votes = 0;
        for (Candidate candidate : candidates) {
            long agreeing = candidates.stream()
                    .filter(other -> sameness.holds(candidate.value, other.value))
                    .count();
            if (agreeing > votes) {
                best = candidate;
                votes = agreeing;
            }
        }
        if (best == null) {
            return null;
        }
        Candidate taken = best;
        String others = candidates.stream()
                .filter(other -> !sameness.holds(taken.value, other.value))
                .map(Choice::shown)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            contradictions.add(field + ": " + shown(taken) + ", not " + others);
        }
        return taken.value;
    }

    private static String shown(Candidate candidate) {
        String value = candidate.value;
        return (value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "...") + " ("
                + candidate.place + ")";
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)));
        words.remove("");
        return words;
    }

    private static Optional<LocalDate> day(String value) {
        Matcher iso = ISO_DAY.matcher(value);
        if (!iso.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String path(String address) {
        String path = URI.create(address).getPath();
        return path == null ? "" : path.replaceFirst("/$", "");
    }
}

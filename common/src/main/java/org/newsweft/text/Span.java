package org.newsweft.text;

/**
 * A half-open stretch of a text, counted in UTF-16 code units as Java strings are:
 * {@code text.substring(span.start(), span.end())} is what it covers.
 *
 * @param start first unit, from 0
 * @param end one past the last unit, never before {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + " to " + end);
        }
    }

    /** The characters of {@code text} that this span covers. */
    public String of(String text) {
        return text.substring(start, end);
    }

    /** Number of UTF-16 units covered. */
    public int length() {
        return end - start;
    }

    /** True if the two share at least one unit. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** True if {@code other} lies wholly inside this span. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** By start, then by end. */
    @Override
    public int compareTo(Span other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }
}

package org.newsweft.text.reading.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsweft.text.Span;

/**
 * Credits in the words of an article: "Jane Doe contributed to this report", "The post ... appeared first on ...",
 * "(Reporting by ...)", the datelines of newswires. They stand in lines of their own, or at an end of a paragraph.
 */
public final class CreditLines {
    private static final String WIRES =
            "GLOBE ?NEWSWIRE|GlobeNewswire|PR ?Newswire|PRNEWSWIRE|BUSINESS WIRE|Business Wire|ACCESS ?WIRE|Accesswire"
                    + "|Newsfile(?: Corp\\.?)?|EIN Presswire|EINPresswire\\.com|CNW|Marketwired";

    private static final String CONTRIBUTED = "contributed (?:(?:additional |further )?reporting"
            + "|to this (?:report|story|article|piece|post|dispatch)|from [^.,]{2,40})"
            + "(?: (?:from|to|for|in|at) [^.,]{2,60})?";

    private static final Pattern WHOLE = Pattern.compile("(?i)^[(\\[*_–—-]*\\s*(?:"
            + "the post .{1,400} appeared first on .{1,120}"
            + "|[^.!?;:]{2,300}\\b" + CONTRIBUTED + "\\.?"
            + "|(?:with |additional )?(?:additional )?(?:reporting|writing|editing)(?: and (?:writing|editing))? by [^.]{2,300}\\.?"
            + "|(?:edited|compiled|translated) by [^.]{2,80}\\.?"
            + "|with (?:files|inputs?|agency inputs?|additional reporting)\\b[^.]{0,120}\\.?"
            + "|(?:this (?:article|story|post|piece)(?: was| has been)? )?(?:originally |first )?"
            + "(?:published|appeared|republished)\\b(?: with permission)? (?:on|in|by|at|from) [^!?]{2,200}"
            + "|this (?:article|story|post|piece) (?:was |has been )?(?:originally |first )"
            + "(?:published|appeared|written)\\b[^!?]{2,200}"
            + "|this (?:article|story) has been (?:published|republished) from [^!?]{2,200}"
            + "|sources?\\s*:\\s*[^.!?]{2,80}\\.?"
            + "|(?:media |press )?contacts?\\s*:.{0,200}"
            + "|attorney advertising.{0,200}"
            + ")[)\\]*_]*\\s*$");

    private static final Pattern WIRE_LINE =
            Pattern.compile("^.{0,80}?[(/]\\s?(?:" + WIRES + ")[^)/]{0,30}[)/].{0,4}$");

    private static final Pattern DATELINE =
            Pattern.compile("^[^a-z]{0,60}.{0,60}?[(/]\\s?(?:" + WIRES + ")[^)/]{0,30}[)/]\\s*(?:--|[—–-])?\\s*");

    private static final Pattern AT_END = Pattern.compile(
            "(?<=[.!?”\"’)])\\s+(?:"
                    + "(?-i:[A-Z])[^.!?]{2,200}\\b" + CONTRIBUTED + "\\.?"
                    + "|[(\\[](?:additional )?(?:reporting|writing|editing)\\b[^)\\]]{2,300}[)\\]]"
                    + "|the post .{1,400} appeared first on [^.]{1,80}\\.?"
                    + ")\\s*$",
            Pattern.CASE_INSENSITIVE);

    private CreditLines() {}

    /** True for a block that is nothing else. */
    static boolean isWhole(String text) {
        return text.length() <= 700
                && (WHOLE.matcher(text).matches() || WIRE_LINE.matcher(text).matches());
    }

    /** Credits at the start and the end of a stretch of text, where there is more between them. */
    public static List<Span> find(String text, int start, int end) {
        String block = text.substring(start, end);
        Matcher dateline = DATELINE.matcher(block);
        boolean isDated = dateline.find() && dateline.end() < block.length();
        Matcher last = AT_END.matcher(block);
        boolean isCredited = last.find(isDated ? dateline.end() : 0) && last.start() > 0;
        Span first = isDated ? new Span(start, start + dateline.end()) : null;
        Span credit = isCredited ? new Span(start + last.start(), end) : null;
        return first == null
                ? credit == null ? List.of() : List.of(credit)
                : credit == null ? List.of(first) : List.of(first, credit);
    }
}

package org.newsweft.text.reading.date;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsweft.text.reading.page.DateScanner;
import org.newsweft.text.reading.page.Interval;
import org.newsweft.text.reading.page.Marker;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.PageAddress;
import org.newsweft.text.reading.page.TextBlock;
import org.newsweft.text.reading.page.WrittenDate;

/**
 * Finds when a page was published from its URL and its text. Every full date is a candidate; candidates collect points
 * for standing where publication dates stand, and the best one is taken if it has at least one point. Dates inside
 * sentences are events of the story and refused.
 */
public final class DateFinder {
    private static final double ENOUGH = 1;
    private static final double URL_POINTS = 10;
    private static final int SHORT_BLOCK = 14;
    private static final int LONG_BYLINE = 22;
    private static final int NEAR_BLOCKS = 6;
    private static final int MAX_CANDIDATES = 400;
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?i)\\b(?:publish(?:ed)?|post(?:ed)?|issued|released|filed|dated?|submitted|created|added|written)\\b[^.]{0,18}$|^on $");
    private static final Pattern UPDATED =
            Pattern.compile("(?i)\\b(?:updated?|modified|edited|last|revised|reviewed|changed)\\b[^.]{0,18}$");
    private static final Pattern OTHER_EVENT = Pattern.compile(
            "(?i)(?:©|\\b(?:copyright|accessed|retrieved|deadline|expires?|until|since|born|died|effective|from|between"
                    + "|through|before|after|ends?|ended|ending|starts?|began|begins?|due|joined|member since|archived"
                    + "|captured|valid|matur\\w+|of)\\b)[^.]{0,12}$|\\b(?:to|by|in)\\s$");
    private static final Pattern CLOCK = Pattern.compile(
            "(?i)\\d{1,2}[:.]\\d\\d|\\d{1,2}\\s?[ap]\\.?m\\.?|\\b(?:et|est|edt|pst|pdt|gmt|utc|bst|ist)\\b");
    private static final Pattern WEEKDAY =
            Pattern.compile("(?i)\\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\\b[ ,.]*$");
    private static final Pattern COMMENT = Pattern.compile("(?i)\\b(?:said|says|wrote|reply|permalink|comments?)\\b");
    private static final Set<String> DAY_FIRST_DOMAINS = Set.of(
            "uk au nz ie in za de fr it es nl be at ch ru br pt eu se no dk fi pl sg my pk ng ke hk".split(" ", -1));

    /**
     * A date and where it stood.
     *
     * @param date the date, perhaps unknown
     * @param block index of the block it was read from, or -1
     */
    public record Found(PublicationDate date, int block) {}

    private record Candidate(int block, WrittenDate date) {}

    private final Page page;
    private final Interval prose;
    private final UrlDate urlDate;
    private final LocalDate latest;
    private final List<Candidate> candidates;

    private DateFinder(Page page, Interval prose, PageAddress address, boolean dayFirst, LocalDate today) {
        this.page = page;
        this.prose = prose;
        this.latest = today.plusDays(1);
        UrlDate found = UrlDate.of(address);
        boolean credible = found.day() == null || !found.day().isAfter(latest);
        urlDate = credible ? found : new UrlDate(null, null);
        candidates = candidates(dayFirst);
    }

    /** How 3/4/2015 is read: as the outlet writes its other dates, else as the country of its host does. */
    public static boolean isDayFirst(PageAddress address, DateOrder ofOutlet) {
        if (ofOutlet != DateOrder.UNKNOWN) {
            return ofOutlet == DateOrder.DAY_FIRST;
        }
        String host = address.host();
        return DAY_FIRST_DOMAINS.contains(host.substring(host.lastIndexOf('.') + 1));
    }

    /**
     * The day of publication, or the month if the URL tells no more, or {@link PublicationDate#UNKNOWN};
     * {@code prose} reaches from the first to the last line of running text of the article.
     */
    public static Found find(Page page, Interval prose, PageAddress address, boolean dayFirst, LocalDate today) {
        return new DateFinder(page, prose, address, dayFirst, today).best();
    }

    private List<Candidate> candidates(boolean dayFirst) {
        List<Candidate> all = new ArrayList<>();
        for (TextBlock block : page.blocks()) {
            if (block.digits > 0) {
                for (WrittenDate date : DateScanner.scan(block.text, dayFirst)) {
                    all.add(new Candidate(block.number, date));
                }
            }
        }
        List<Candidate> few = all.size() <= MAX_CANDIDATES ? all : firstAndLast(all);
        return resolveAmbiguous(few);
    }

    private static List<Candidate> firstAndLast(List<Candidate> all) {
        List<Candidate> few = new ArrayList<>(all.subList(0, MAX_CANDIDATES * 5 / 8));
        few.addAll(all.subList(all.size() - MAX_CANDIDATES * 3 / 8, all.size()));
        return few;
    }

    /** Reads 3/4/2015 the other way round where only that agrees with the URL or with an unambiguous date. */
    private List<Candidate> resolveAmbiguous(List<Candidate> found) {
        Set<LocalDate> sure = new HashSet<>();
        if (urlDate.day() != null) {
            sure.add(urlDate.day());
        }
        for (Candidate candidate : found) {
            if (candidate.date().alternative() == null) {
                sure.add(candidate.date().day());
            }
        }
        List<Candidate> resolved = new ArrayList<>();
        for (Candidate candidate : found) {
            WrittenDate date = candidate.date();
            boolean swap = date.alternative() != null && !agrees(date.day(), sure) && agrees(date.alternative(), sure);
            resolved.add(swap ? new Candidate(candidate.block(), date.swapped()) : candidate);
        }
        return resolved;
    }

    private boolean agrees(LocalDate day, Set<LocalDate> sure) {
        return sure.contains(day)
                || sure.contains(day.minusDays(1))
                || sure.contains(day.plusDays(1))
                || YearMonth.from(day).equals(urlDate.month());
    }

    private Found best() {
        double best = ENOUGH;
        Candidate found = null;
        boolean hasUrlDay = urlDate.day() != null;
        if (hasUrlDay) {
            best = URL_POINTS;
        }
        for (int i = 0; i < candidates.size(); i++) {
            if (!isRefused(candidates.get(i))) {
                double points = points(i);
                if (points > best || (found == null && !hasUrlDay && points >= best)) {
                    best = points;
                    found = candidates.get(i);
                }
            }
        }
        if (found != null) {
            return new Found(dated(found, best), found.block());
        }
        return new Found(hasUrlDay ? urlDay() : monthOfUrl(), -1);
    }

    private PublicationDate urlDay() {
        return new PublicationDate(urlDate.day(), DatePrecision.DAY, DateSource.URL, .98);
    }

    private PublicationDate monthOfUrl() {
        if (urlDate.month() == null || urlDate.month().atDay(1).isAfter(latest)) {
            return PublicationDate.UNKNOWN;
        }
        return new PublicationDate(urlDate.month().atDay(1), DatePrecision.MONTH, DateSource.URL, .9);
    }

    private PublicationDate dated(Candidate candidate, double points) {
        String before = textBefore(candidate, 200).toLowerCase(Locale.ROOT);
        boolean byline = page.block(candidate.block()).has(Marker.BYLINE) || before.contains(" by ");
        double confidence = 1 - Math.exp(-.5 * (points + 1));
        return new PublicationDate(
                candidate.date().day(),
                DatePrecision.DAY,
                byline ? DateSource.BYLINE : DateSource.HEADER,
                Math.min(.97, confidence));
    }

    private boolean isRefused(Candidate candidate) {
        TextBlock block = page.block(candidate.block());
        return isInSentence(candidate)
                || block.has(Marker.COPY)
                || candidate.date().day().isAfter(latest)
                || OTHER_EVENT.matcher(textBefore(candidate, 45)).find();
    }

    /** A long block is a sentence of the story, unless it is a by-line or says "published" right before the date. */
    private boolean isInSentence(Candidate candidate) {
        TextBlock block = page.block(candidate.block());
        if (block.spacedWords < SHORT_BLOCK) {
            return false;
        }
        String before = textBefore(candidate, 45);
        boolean published = PUBLISHED.matcher(before).find();
        if (block.spacedWords > LONG_BYLINE
                || (block.endsSentence && !(published && candidate.date().start() < 30))) {
            return true;
        }
        boolean header = published
                || block.has(Marker.BYLINE)
                || UPDATED.matcher(before).find()
                || hasClock(block, candidate.date(), before);
        return !header && (block.spacedWords > SHORT_BLOCK || block.sentenceBreaks > 0);
    }

    private double points(int index) {
        Candidate candidate = candidates.get(index);
        TextBlock block = page.block(candidate.block());
        WrittenDate date = candidate.date();
        String before = textBefore(candidate, 45);
        double points = block.endsSentence && block.spacedWords > 8 ? 0 : 2;
        points += PUBLISHED.matcher(before).find() ? 3 : 0;
        points -= UPDATED.matcher(before).find() ? 1 : 0;
        points += hasClock(block, date, before) ? 1.5 : 0;
        points += urlPoints(date.day());
        points += placePoints(candidate.block());
        points -= COMMENT.matcher(block.text).find() ? 2 : 0;
        points -= Math.log1p(otherDatesNear(index));
        points += hasBylineNear(candidate.block()) ? 1 : 0;
        points += index == 0 ? .5 : 0;
        points += WEEKDAY.matcher(before).find() ? .5 : 0;
        points += date.start() <= 3 ? .5 : 0;
        return points;
    }

    private static boolean hasClock(TextBlock block, WrittenDate date, String before) {
        String after = block.text.substring(date.end(), Math.min(block.text.length(), date.end() + 25));
        String justBefore = before.substring(Math.max(0, before.length() - 16));
        return CLOCK.matcher(after).find() || CLOCK.matcher(justBefore).find();
    }

    private double urlPoints(LocalDate day) {
        double points = 0;
        if (urlDate.month() != null) {
            points += urlDate.month().equals(YearMonth.from(day)) ? 2 : -4;
        }
        return points + (day.equals(urlDate.day()) ? 3 : 0);
    }

    private double placePoints(int block) {
        int first = prose.first();
        int last = prose.last();
        double points = -.25 * Math.log1p(Math.abs(block - first));
        if (block >= first - 12 && block <= first + 2) {
            points += 1.5;
        }
        if (block >= first - 4 && block <= first) {
            points += 1;
        }
        if (block > first + 2) {
            points -= 1.5;
        }
        return block > last && block <= first + 2 ? points - 1.5 : points;
    }

    /** Different dates close by: a list of articles, not one article. */
    private int otherDatesNear(int index) {
        Candidate candidate = candidates.get(index);
        Set<LocalDate> near = new HashSet<>();
        for (int i = Math.max(0, index - 4); i < Math.min(candidates.size(), index + 5); i++) {
            if (i != index && Math.abs(candidates.get(i).block() - candidate.block()) <= NEAR_BLOCKS) {
                near.add(candidates.get(i).date().day());
            }
        }
        near.remove(candidate.date().day());
        return near.size();
    }

    private boolean hasBylineNear(int block) {
        for (int i = Math.max(0, block - 2); i < Math.min(page.size(), block + 3); i++) {
            if (page.block(i).spacedWords <= SHORT_BLOCK && page.block(i).has(Marker.BYLINE)) {
                return true;
            }
        }
        return false;
    }

    private String textBefore(Candidate candidate, int reach) {
        int start = candidate.date().start();
        return page.block(candidate.block()).text.substring(Math.max(0, start - reach), start);
    }
}

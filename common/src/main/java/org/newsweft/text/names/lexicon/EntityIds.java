package org.newsweft.text.names.lexicon;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/** Builds the readable ids of entities: {@code person:john-kerry}, {@code place:seoul-kr}. */
public final class EntityIds {
    /** Shared by threads: a transliterator does not change once built. */
    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    private EntityIds() {}

    public static String country(String isoCode) {
        return "country:" + isoCode;
    }

    public static String region(String slug) {
        return "region:" + slug;
    }

    public static String place(String name, String isoCode) {
        String slug = slug(name);
        return "place:" + (isoCode == null ? slug : slug + "-" + isoCode.toLowerCase(Locale.ROOT));
    }

    public static String person(String slug) {
        return "person:" + slug;
    }

    public static String group(String name) {
        return "group:" + slug(name);
    }

    public static String organization(String slug) {
        return "organization:" + slug;
    }

    /**
     * Lower-case ASCII letters and digits with single hyphens between words; apostrophes and full stops vanish
     * ({@code O'Brien} is {@code obrien}). A name without any letter or digit that has an ASCII form becomes {@code x} and
     * its hash code, so that an id is never empty.
     */
    public static String slug(String name) {
        String latin = isAscii(name) ? name : TO_LATIN.transliterate(name);
        StringBuilder slug = new StringBuilder(latin.length());
        boolean gap = false;
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
                if (gap && slug.length() > 0) {
                    slug.append('-');
                }
                gap = false;
                slug.append(lower);
            } else if (c != '\'' && c != '.' && c != '’' && c != '‘' && c != 'ʼ') {
                gap = true;
            }
        }
        return slug.length() > 0 ? slug.toString() : "x" + Integer.toHexString(name.hashCode());
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}

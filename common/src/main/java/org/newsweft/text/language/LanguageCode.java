package org.newsweft.text.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Codes of languages, whatever way they are written. */
public final class LanguageCode {
    private static final Map<String, String> SHORT_CODES = shortCodes();

    private LanguageCode() {}

    /**
     * The ISO 639-1 code of a language: of {@code en-US}, {@code EN}, {@code eng} and {@code English} all {@code en}.
     * Languages that have none are what ISO 639-3 calls them.
     *
     * @param name code or English name, or null
     * @return null if this is the name of no language
     */
    public static String of(String name) {
        if (name == null) {
            return null;
        }
        String[] parts = name.strip().toLowerCase(Locale.ROOT).split("[-_;,. (]", 2);
        String known = SHORT_CODES.get(parts[0]);
        if (known != null) {
            return known;
        }
        return parts[0].matches("[a-z]{3}") && !parts[0].equals("und") ? parts[0] : null;
    }

    private static Map<String, String> shortCodes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            Locale language = new Locale.Builder().setLanguage(code).build();
            String today = language.toLanguageTag();
            codes.put(code, today);
            codes.put(language.getISO3Language(), today);
            codes.put(language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), today);
        }
        // Members of macrolanguages, by which models name what is written, and codes of ISO 639-2/B.
        Map<String, String> members = Map.ofEntries(
                Map.entry("cmn", "zh"),
                Map.entry("nob", "no"),
                Map.entry("nno", "no"),
                Map.entry("ekk", "et"),
                Map.entry("lvs", "lv"),
                Map.entry("pes", "fa"),
                Map.entry("zlm", "ms"),
                Map.entry("plt", "mg"),
                Map.entry("khk", "mn"),
                Map.entry("uzn", "uz"),
                Map.entry("azj", "az"),
                Map.entry("arb", "ar"),
                Map.entry("swh", "sw"),
                Map.entry("als", "sq"),
                Map.entry("ydd", "yi"),
                Map.entry("ger", "de"),
                Map.entry("fre", "fr"),
                Map.entry("chi", "zh"),
                Map.entry("dut", "nl"),
                Map.entry("gre", "el"),
                Map.entry("per", "fa"),
                Map.entry("cze", "cs"),
                Map.entry("rum", "ro"),
                Map.entry("slo", "sk"));
        codes.putAll(members);
        return Map.copyOf(codes);
    }
}

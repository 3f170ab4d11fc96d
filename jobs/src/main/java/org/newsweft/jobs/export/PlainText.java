package org.newsweft.jobs.export;

/** Text of strangers, made fit for files of others. */
final class PlainText {
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private PlainText() {}

    /**
     * The text with blanks in place of characters that XML 1.0 has not: control characters, halves of surrogate pairs,
     * U+FFFE and U+FFFF. Line breaks and tabs become blanks, too: in a label they have no use.
     */
    static String withoutControls(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> isAllowed(character) ? character : ' ')
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /**
     * The text for a cell of a spreadsheet: where it starts like a formula, after an apostrophe, which makes it text (OWASP,
     * CSV injection).
     */
    static String cell(String text) {
        boolean isFormula = !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        return (isFormula ? "'" : "") + withoutControls(text);
    }

    private static boolean isAllowed(int character) {
        return character >= 0x20
                && !(character >= 0x7F && character <= 0x9F)
                && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                && character != 0xFFFE
                && character != 0xFFFF;
    }
}

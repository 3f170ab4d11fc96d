package org.newsweft.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what opens doors in the addresses of a record: user and password before the host, and values of query parameters
 * that are named like keys. What the address says otherwise stays, so that its id does not change with the secret.
 */
final class SecretMask {
    static final String MASK = "***";

    /** No more than this of an address is looked at for its user: hosts are short, and texts are long. */
    private static final Pattern USER = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{1,20}://)([^\\s/?#@\"'<>]{1,300})@");

    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)([?&;#](?:[a-z0-9]{1,20}[-_.])?(?:token|(?:access|auth|id|refresh|session|csrf|security)[-_]?token"
                    + "|secret|(?:client|app)[-_]?secret|pass|passwd|password|pwd|passcode"
                    + "|(?:api|access|secret|private|subscription|auth|app)[-_]?key|apikey|auth|authorization"
                    + "|sig|signature|jwt|session|session[-_]?id|jsessionid|phpsessid|credential|credentials"
                    + "|access[-_]?key[-_]?id|awsaccesskeyid)=)([^&;#\\s\"'<>)\\]]{1,4000})");

    private SecretMask() {}

    /** The text with the secrets of all addresses in it masked; the very same if there are none. */
    static String of(String text) {
        if (text == null || (text.indexOf("://") < 0 && text.indexOf('=') < 0)) {
            return text;
        }
        String masked = text.indexOf("://") < 0 || text.indexOf('@') < 0
                ? text
                : USER.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MASK) + "@");
        return masked.indexOf('=') < 0
                ? masked
                : PARAMETER.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    }
}

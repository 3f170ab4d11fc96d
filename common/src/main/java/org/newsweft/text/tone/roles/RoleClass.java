package org.newsweft.text.tone.roles;

/** What a verb or noun does to the standing of those who take part in it. */
public enum RoleClass {
    /** Attack, rob, betray: speaks against who does it. */
    HARM,
    /** Accuse, condemn, arrest: speaks against whom it befalls. */
    ACCUSE,
    /** Praise, thank, award: speaks for whom it befalls. */
    PRAISE,
    /** Rescue, defend, mediate, win: speaks for who does it. */
    HELP,
    /** Fear, suffer, mourn; to be shocked: speaks neither for nor against anybody. */
    SUFFER
}

package org.newsweft.text.tone.roles;

/**
 * How a target's role shifts the judgement of a model that sees words but no roles: the victim of an attack is not
 * criticised, the accused is, the accuser is not. Logits for negative, neutral and positive, set by hand.
 */
public final class RoleShift {
    private static final double[] NONE = {0, 0, 0};

    private RoleShift() {}

    /** Adds the shift of a role to logits; a null role shifts nothing. */
    public static void apply(Role role, double[] logits) {
        if (role == null) {
            return;
        }
        double[] shift = role.negated() ? ofNegated(role) : ofRole(role);
        for (int c = 0; c < logits.length; c++) {
            logits[c] += shift[c];
        }
    }

    private static double[] ofRole(Role role) {
        return switch (role.event()) {
            case HARM -> role.actor() ? new double[] {2, 0, -1} : new double[] {-3, 1, -1};
            case ACCUSE -> role.actor() ? new double[] {-2, 1, 0} : new double[] {2.5, 0, -1.5};
            case PRAISE -> role.actor() ? new double[] {0, 0.7, -0.7} : new double[] {-1, 0, 2};
            case HELP -> role.actor() ? new double[] {-1.5, -0.5, 2.5} : new double[] {-3, 0.5, 0};
            case SUFFER -> new double[] {-2, 0.8, -0.8};
        };
    }

    private static double[] ofNegated(Role role) {
        return switch (role.event()) {
            case HARM, ACCUSE -> new double[] {-2, 2, 0};
            case PRAISE -> role.actor() ? NONE : new double[] {1.5, 0, -1.5};
            case HELP -> role.actor() ? new double[] {2, 0, -1} : NONE;
            case SUFFER -> NONE;
        };
    }
}

package org.newsweft.text.tone.roles;

/**
 * The part a target has in what a sentence tells.
 *
 * @param actor true for who does it, false for whom it befalls
 * @param event what is done
 * @param negated true if it is said not to be so
 */
public record Role(boolean actor, RoleClass event, boolean negated) {}

package org.newsweft.text.names.identity;

import java.util.List;
import java.util.Objects;
import org.newsweft.text.names.lexicon.EntityIds;
import org.newsweft.text.names.lexicon.EntityType;
import org.newsweft.text.names.lexicon.Mention;
import org.newsweft.text.names.lexicon.NameForm;

/**
 * An entity as one document knows it: what is asked when the names of many documents are compared.
 *
 * @param id id within the document; mentions carry it as {@link Mention#entityId}
 * @param label the fullest name that the document gives
 * @param type kind of entity
 * @param form how much of the name the document gives
 * @param nameKey what all ways to write this name have in common: {@code "kim jongun"} for a person's full name, the slug
 *     of a single name, of a body without suffix; never empty
 * @param middle middle names of a person, initials as one letter; in order
 * @param fullName id without prefix that tells middle names and initials too: {@code george-h-w-bush}
 * @param shortForms single names that may stand for a person named in full, as slugs; sorted
 * @param roles offices and titles that the text gives the person, lower case; sorted
 * @param fields walks of life that the roles belong to: politics, business, sport, ...; sorted
 * @param acronyms acronyms with which the text introduces a body in brackets; sorted
 */
public record DocumentEntity(
        String id,
        String label,
        EntityType type,
        NameForm form,
        String nameKey,
        List<String> middle,
        String fullName,
        List<String> shortForms,
        List<String> roles,
        List<String> fields,
        List<String> acronyms) {
    public DocumentEntity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(nameKey, "nameKey");
        Objects.requireNonNull(fullName, "fullName");
        middle = List.copyOf(middle);
        shortForms = List.copyOf(shortForms);
        roles = List.copyOf(roles);
        fields = List.copyOf(fields);
        acronyms = List.copyOf(acronyms);
    }

    /**
     * A place, or another entity that goes by one name only.
     *
     * @param listed whether the lists know it; of a name that they do not know, other documents may say that it is
     *     something else
     */
    public static DocumentEntity named(Mention mention, boolean listed) {
        String id = mention.entityId();
        String name = listed ? id.substring(id.indexOf(':') + 1) : EntityIds.slug(mention.label());
        return new DocumentEntity(
                id,
                mention.label(),
                mention.type(),
                listed ? NameForm.LISTED : NameForm.FULL,
                name,
                List.of(),
                name,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}

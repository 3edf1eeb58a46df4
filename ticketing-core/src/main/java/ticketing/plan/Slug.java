package ticketing.plan;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** A name as it can stand in URLs. */
final class Slug {

    private Slug() {}

    /** @param taken the slugs that the result must differ from */
    static String of(String name, Set<String> taken) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var base = plain.isEmpty() ? "category" : plain;
        var slug = base;
        for (var i = 2; taken.contains(slug); i++) {
            slug = base + "-" + i;
        }
        return slug;
    }
}

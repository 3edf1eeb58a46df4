package botdefense.list;

import java.util.Locale;

/** The two lists; who stands on both is allowed. */
public enum ListKind {
    ALLOW, BLOCK;

    /** As addresses write it. */
    public static ListKind fromString(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

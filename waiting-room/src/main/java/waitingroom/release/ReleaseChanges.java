package waitingroom.release;

import java.lang.reflect.RecordComponent;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What staff changed about a release, in one line for the audit. */
final class ReleaseChanges {

    /** Texts of any length; that they changed is enough. */
    private static final Set<String> NAMED_ONLY = Set.of("title", "message");

    private ReleaseChanges() {}

    static String between(StoredRelease was, StoredRelease is) {
        var changes = Stream.of(Release.class.getRecordComponents())
                .filter(field -> !Objects.equals(read(field, was), read(field, is)))
                .map(field -> NAMED_ONLY.contains(field.getName())
                        ? field.getName()
                        : "%s %s -> %s".formatted(field.getName(), read(field, was), read(field, is)))
                .collect(Collectors.joining(", "));
        return is.reason().isEmpty() || is.reason().equals(was.reason()) ? changes : changes + ": " + is.reason();
    }

    private static Object read(RecordComponent field, StoredRelease stored) {
        try {
            return field.getAccessor().invoke(stored.release());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record of ours cannot be read", e);
        }
    }
}

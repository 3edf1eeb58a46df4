package ticketing.http;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One page of a list, as every list of the API is answered.
 *
 * @param next what to send as {@code after} for the page behind this one; null on the last
 */
public record Page<T>(List<T> items, @JsonInclude(JsonInclude.Include.ALWAYS) String next) {

    /** @param found at most one item more than {@link PageRequest#limit()}: that one tells that there is a next page */
    public static <T> Page<T> of(List<T> found, PageRequest request, Function<T, String> cursor) {
        if (found.size() <= request.limit()) {
            return new Page<>(List.copyOf(found), null);
        }
        var items = List.copyOf(found.subList(0, request.limit()));
        return new Page<>(items, Cursor.encode(cursor.apply(items.getLast())));
    }
}

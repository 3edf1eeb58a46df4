package contract.problem;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a body that is not the JSON an address reads, and where. Never repeats the exception. */
final class JsonProblem {

    private static final int MOST_NAME_CHARACTERS = 80;

    private JsonProblem() {}

    /** Empty when it is not the body that is to blame, but what we wanted to write. */
    static Optional<Problem> of(JsonProcessingException exception) {
        return switch (exception) {
            case UnrecognizedPropertyException unknown -> Optional.of(unknownField(unknown));
            case MismatchedInputException mismatch when isEmptyOrTooMuch(mismatch) -> Optional.of(malformed(mismatch));
            case MismatchedInputException mismatch -> Optional.of(
                    invalid(mismatch, mustBe(mismatch.getTargetType())));
            case ValueInstantiationException refused -> Optional.of(invalid(refused, "is not a valid value"));
            case StreamReadException unreadable -> Optional.of(malformed(unreadable));
            case JsonMappingException wrapped when wrapped.getCause() instanceof StreamReadException unreadable ->
                Optional.of(malformed(unreadable));
            case JsonProcessingException other when other.getProcessor() instanceof JsonParser ->
                Optional.of(malformed(other));
            default -> Optional.empty();
        };
    }

    /** Both are reported as mismatches of the whole body, and only the text tells them from one. */
    private static boolean isEmptyOrTooMuch(MismatchedInputException mismatch) {
        var message = mismatch.getOriginalMessage();
        return mismatch.getPath().isEmpty() && message != null
                && (message.startsWith("No content") || message.startsWith("Trailing token"));
    }

    private static Problem malformed(JsonProcessingException exception) {
        var where = exception.getLocation();
        if (where == null || where.getLineNr() < 1) {
            return Problem.of(400, "malformed-json", "The body is not JSON", "Send one complete JSON document.");
        }
        return Problem.of(400, "malformed-json", "The body is not JSON",
                "Reading stopped at line %d, column %d.".formatted(where.getLineNr(), where.getColumnNr()))
                .with("line", where.getLineNr())
                .with("column", where.getColumnNr());
    }

    private static Problem unknownField(UnrecognizedPropertyException unknown) {
        var name = unknown.getPropertyName();
        var shown = name.length() > MOST_NAME_CHARACTERS ? name.substring(0, MOST_NAME_CHARACTERS) + "…" : name;
        return Problem.of(400, "unknown-field", "The body has a field we do not know",
                "Leave out \"%s\", or check its spelling.".formatted(shown)).with("at", pointer(unknown));
    }

    private static Problem invalid(JsonMappingException exception, String message) {
        return ofViolations(List.of(new Violation(pointer(exception), message)));
    }

    static Problem ofViolations(List<Violation> violations) {
        return Problem.of(400, "invalid", "Some values are not valid", violations.stream()
                .limit(3)
                .map(violation -> (violation.at().isEmpty() ? "The body" : violation.at()) + " " + violation.message())
                .collect(Collectors.joining("; ", "", ".")))
                .with("violations", violations);
    }

    /** A JSON pointer (RFC 6901) to the value at fault. */
    private static String pointer(JsonMappingException exception) {
        return exception.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .map(step -> step.length() > MOST_NAME_CHARACTERS ? step.substring(0, MOST_NAME_CHARACTERS) : step)
                .collect(Collectors.joining());
    }

    private static String mustBe(Class<?> type) {
        if (type == null) {
            return "is not of the right kind";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "must be a time such as 2026-11-23T07:00:00.000Z";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "must be a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "must be a number of the right kind and size";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "must be an object" : "is not of the right kind";
    }

    /** One value at fault: a JSON pointer or the name of a parameter, and what it must be. */
    record Violation(String at, String message) {}
}

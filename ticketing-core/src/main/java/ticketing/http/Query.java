package ticketing.http;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import contract.problem.Problem;

/** Reads the parameters of a URL; what makes no sense is a 400 that names the parameter. */
public final class Query {

    private Query() {}

    /** The parameter without surrounding blanks, if it says anything. */
    public static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    public static Optional<Boolean> flag(String name, String value) {
        return text(value).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(name, "true or false");
        });
    }

    public static Optional<Integer> number(String name, String value) {
        try {
            return text(value).map(Integer::valueOf).filter(number -> number >= 0 || refuse(name));
        } catch (NumberFormatException e) {
            throw invalid(name, "a whole number from 0");
        }
    }

    /** A moment, ISO 8601 in UTC. */
    public static Optional<Instant> instant(String name, String value) {
        try {
            return text(value).map(Instant::parse);
        } catch (DateTimeParseException noMoment) {
            throw invalid(name, "a moment such as 2027-01-31T18:00:00Z");
        }
    }

    /** One of an enum's constants by its name. */
    public static <E extends Enum<E>> Optional<E> oneOf(Class<E> type, String name, String value) {
        return text(value).map(text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> invalid(name, Arrays.stream(type.getEnumConstants()).map(Enum::name)
                        .collect(Collectors.joining(", ", "one of ", "")))));
    }

    public static RuntimeException invalid(String name, String expected) {
        return Problem.of(400, "malformed-parameter", "A parameter of the address is not understood",
                "\"%s\" must be %s.".formatted(name, expected)).with("parameter", name).toException();
    }

    private static boolean refuse(String name) {
        throw invalid(name, "a whole number from 0");
    }
}

package rehearsal.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements that a service sent for one request, as PostgreSQL wrote them into its log with their parameters. So
 * pgbench runs the same statements whatever becomes of the service's code.
 */
final class SpokenStatements {

    private static final Pattern BEGINS = Pattern.compile("\\[postgres] (?:\\S+ )*?LOG:  execute [^:]+: (.*)");
    private static final Pattern GOES_ON = Pattern.compile("\\[postgres] \\t(.*)");
    private static final Pattern VALUES = Pattern.compile("\\[postgres] (?:\\S+ )*?DETAIL:  [Pp]arameters: (.*)");
    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']|'')*')");
    private static final Pattern UUID = Pattern.compile("'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'");

    private SpokenStatements() {}

    /** One statement and what its parameters were, as SQL literals by their number. */
    record Statement(String sql, Map<Integer, String> values) {

        /** With its parameters put in: one that stands for something by what stands for it, a fresh id by another. */
        String with(Map<String, String> meanings) {
            var filled = Pattern.compile("\\$(\\d+)").matcher(sql).replaceAll(found -> Matcher.quoteReplacement(
                    expression(values.getOrDefault(Integer.parseInt(found.group(1)), "NULL"), meanings)));
            return filled.replaceAll("\\s+", " ").strip();
        }

        private static String expression(String literal, Map<String, String> meanings) {
            var meaning = meanings.get(literal);
            if (meaning != null) {
                return meaning;
            }
            return UUID.matcher(literal).matches() ? "gen_random_uuid()" : literal;
        }
    }

    /**
     * The statements that carry one of the marks, BEGIN before and COMMIT behind them: PostgreSQL's log does not tell
     * who speaks, and jobs speak at the same time. One without a mark is missed, which makes pgbench faster, not slower.
     */
    static List<Statement> about(Set<String> marks, List<String> log) {
        var about = new ArrayList<Statement>();
        about.add(new Statement("BEGIN", Map.of()));
        parse(log).stream().filter(statement -> statement.values().values().stream().anyMatch(marks::contains))
                .forEach(about::add);
        about.add(new Statement("COMMIT", Map.of()));
        return List.copyOf(about);
    }

    private static List<Statement> parse(List<String> log) {
        var found = new ArrayList<Statement>();
        var sql = new StringBuilder();
        var values = new LinkedHashMap<Integer, String>();
        for (var line : log) {
            var begins = BEGINS.matcher(line);
            var goesOn = GOES_ON.matcher(line);
            var told = VALUES.matcher(line);
            if (begins.matches()) {
                keep(found, sql, values);
                sql.append(begins.group(1));
            } else if (goesOn.matches() && !sql.isEmpty()) {
                sql.append('\n').append(goesOn.group(1));
            } else if (told.matches()) {
                VALUE.matcher(told.group(1)).results()
                        .forEach(value -> values.put(Integer.parseInt(value.group(1)), value.group(2)));
            }
        }
        keep(found, sql, values);
        return found;
    }

    private static void keep(List<Statement> found, StringBuilder sql, Map<Integer, String> values) {
        if (!sql.isEmpty()) {
            found.add(new Statement(sql.toString(), Map.copyOf(values)));
        }
        sql.setLength(0);
        values.clear();
    }
}

package console.password;

import java.util.Map;

/** What the page says on which somebody chooses a password, by the way they came. */
public record ChoosePage(String way, Map<String, String> words) {

    private static final int LEAST_CHARACTERS = 12;
    private static final int MOST_CHARACTERS = 200;

    static ChoosePage of(String way, Map<String, String> words) {
        return new ChoosePage(way, words);
    }

    boolean isReset() {
        return way.equals("reset");
    }

    boolean takes(String password) {
        return password.length() >= LEAST_CHARACTERS && password.length() <= MOST_CHARACTERS;
    }

    public String action() {
        return "/admin/" + way;
    }

    public String title() {
        return words.getOrDefault(way + "Page", heading());
    }

    public String heading() {
        return words.get(way + "Title");
    }

    public String text() {
        return words.get(way + "Text");
    }

    public String code() {
        return words.get(way + "Code");
    }

    public String codeHint() {
        return words.get(way + "CodeHint");
    }

    public String leastHint() {
        return words.get("leastHint").formatted(LEAST_CHARACTERS);
    }

    public int least() {
        return LEAST_CHARACTERS;
    }

    String leastMissing() {
        return words.get("leastMissing").formatted(LEAST_CHARACTERS, MOST_CHARACTERS);
    }

    String codeMissing() {
        return words.getOrDefault(way + "CodeMissing", codeHint());
    }

    String away() {
        return words.getOrDefault(way + "Away", words.get("invitationAway"));
    }
}

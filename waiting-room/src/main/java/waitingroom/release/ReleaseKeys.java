package waitingroom.release;

import java.util.List;

/** Names of the keys of one release. The braces keep them in one slot of a cluster: a script may touch no other. */
public record ReleaseKeys(String release) {

    private String key(String what) {
        return "waiting-room:{" + release + "}:" + what;
    }

    public String definition() {
        return key("definition");
    }

    public String state() {
        return key("state");
    }

    public String places() {
        return key("places");
    }

    public String left() {
        return key("left");
    }

    public String called() {
        return key("called");
    }

    public String fresh() {
        return key("fresh");
    }

    public String gate() {
        return key("gate");
    }

    public String gateSeen() {
        return key("gate-seen");
    }

    public String alive() {
        return key("alive");
    }

    public String window() {
        return key("window");
    }

    public String unexchanged() {
        return key("unexchanged");
    }

    public String admissions() {
        return key("admissions");
    }

    public String tokens() {
        return key("tokens");
    }

    public String history() {
        return key("history");
    }

    public String samples() {
        return key("samples");
    }

    public String waits() {
        return key("waits");
    }

    public String gaps() {
        return key("gaps");
    }

    public String told() {
        return key("told");
    }

    /** The fairness log: a list of entries. */
    public String log() {
        return key("log");
    }

    public String tree() {
        return key("tree");
    }

    /** Complete nodes of the log's tree, of one of the levels 8, 16 and 24. */
    public String treeNodes(int level) {
        return key("tree-" + level);
    }

    public String treeMarks() {
        return key("tree-marks");
    }

    public String restored() {
        return key("restored");
    }

    public String codes() {
        return key("codes");
    }

    public String codeUsers() {
        return key("code-users");
    }

    /** Wrong access codes of one visitor, or from one address; it expires by itself. */
    public String wrongCodes(String whose) {
        return key("wrong-codes:" + whose);
    }

    /** A visitor's offer to move the place to another device; it ends by itself. */
    public String handover(String visitor) {
        return key("handover:" + visitor);
    }

    /** Everything there is of a release, to delete it. */
    public List<String> all() {
        return List.of(definition(), state(), places(), left(), called(), fresh(), gate(), gateSeen(), alive(),
                window(), unexchanged(), admissions(), tokens(), history(), samples(), waits(), gaps(), told(),
                log(), tree(), treeNodes(8), treeNodes(16), treeNodes(24), treeMarks(), restored(), codes(),
                codeUsers());
    }
}

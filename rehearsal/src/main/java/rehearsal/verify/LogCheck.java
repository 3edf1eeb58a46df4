package rehearsal.verify;

import java.io.IOException;

/** Whether a log is the one that was signed, and tells of a fair release. */
final class LogCheck {

    private LogCheck() {}

    static Report check(Published published) throws IOException {
        var report = new Report().fact("release", published.text("release"));
        var size = published.fairness().path("treeSize").asInt();
        if (published.log().size() < size) {
            return report.finding("%d entries were signed, %d are shown".formatted(size, published.log().size()));
        }
        var signed = published.log().subList(0, size);
        var root = Merkle.root(signed);
        report.fact("root", root);
        TreeHead.parse(published.text("treeHead"))
                .check(report, published.keys(), published.text("release"), size, root);
        new Audit(report).run(signed);
        if (published.fairness().hasNonNull("seed")) {
            DrawCheck.check(published).findings().forEach(report::finding);
        }
        return report;
    }
}

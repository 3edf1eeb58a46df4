package botdefense.guard;

/** What the filters of one guarded request know of it, each a little more. */
final class Case {

    /** Where a request carries it. */
    static final String PROPERTY = "botdefense.case";

    private final Inquiry inquiry;
    private final BodyReader.Content content;
    private Judgement judgement = Judgement.UNREMARKABLE;

    Case(Inquiry inquiry, BodyReader.Content content) {
        this.inquiry = inquiry;
        this.content = content;
    }

    void judge(Judgement made) {
        judgement = made;
    }

    Inquiry inquiry() {
        return inquiry;
    }

    BodyReader.Content content() {
        return content;
    }

    Judgement judgement() {
        return judgement;
    }
}

package console.session;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

import console.upstream.Caller;

/** The session of this request. */
@RequestScoped
public class CurrentSession implements Caller {

    private Optional<StaffSession> session = Optional.empty();

    void open(StaffSession opened) {
        session = Optional.of(opened);
    }

    public Optional<StaffSession> session() {
        return session;
    }

    /** Empty on pages that ask for no session. */
    @Override
    public Optional<String> bearer() {
        return session.map(open -> "Bearer " + open.accessToken());
    }

    public String formToken() {
        return session.map(StaffSession::formToken).orElse("");
    }
}

package console.session;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

/** The session of this request. */
@RequestScoped
public class CurrentSession {

    private Optional<StaffSession> session = Optional.empty();

    void open(StaffSession opened) {
        session = Optional.of(opened);
    }

    public Optional<StaffSession> session() {
        return session;
    }

    /** What the services are shown; empty on pages that ask for no session. */
    public Optional<String> bearer() {
        return session.map(open -> "Bearer " + open.accessToken());
    }

    public String formToken() {
        return session.map(StaffSession::formToken).orElse("");
    }
}

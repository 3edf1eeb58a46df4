package ticketing.database;

import java.time.Duration;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells the client to come back in a moment; what was asked was rolled back whole. */
class DatabaseTroubleMapper {

    private static final Logger LOG = Logger.getLogger(DatabaseTroubleMapper.class);

    /** Our own stores' trouble, and the wrappings in which Hibernate and the transaction manager bring the same. */
    @ServerExceptionMapper({
            DatabaseTrouble.class, PersistenceException.class, RollbackException.class,
            QuarkusTransactionException.class, ArcUndeclaredThrowableException.class })
    public Response answer(Exception failure) {
        var trouble = failure instanceof DatabaseTrouble ours
                ? ours
                : DatabaseTrouble.within(failure).orElse(null);
        return switch (trouble) {
            case DatabaseTrouble.Busy busy -> Problem.of(503, "busy", "Very busy right now",
                    "Many people are after the same thing. Nothing was changed; try again in a second.")
                    .retryAfter(Duration.ofSeconds(1)).toResponse();
            case DatabaseTrouble.Unavailable unavailable -> {
                LOG.warnf("database unavailable sql_state=%s", unavailable.sqlState());
                yield Problem.of(503, "store-unavailable", "Back in a moment",
                        "The shop cannot reach its books. Nothing is lost; try again in a few seconds.")
                        .retryAfter(Duration.ofSeconds(2)).toResponse();
            }
            case null, default -> {
                LOG.error("request failed", failure);
                yield Problem.of(500, "internal-error", "Something went wrong on our side",
                        "Nothing you sent is to blame. Try again; if it stays, tell us when it happened.")
                        .toResponse();
            }
        };
    }
}

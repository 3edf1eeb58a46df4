package ticketing.signin;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.value.SetArgs;
import io.quarkus.redis.datasource.value.ValueCommands;
import ticketing.signin.StaffSessionStore.EndedSession;

/** What the waiting room reads to refuse a session that has ended: one key a session, for as long as its token lasts. */
@ApplicationScoped
class EndedSessionStore {

    private static final String PREFIX = "ticketing:ended-session:";

    private final ValueCommands<String, String> values;

    EndedSessionStore(RedisDataSource redis) {
        this.values = redis.value(String.class, String.class);
    }

    void tell(EndedSession ended) {
        values.set(PREFIX + ended.id(), "ended", new SetArgs().ex(ended.left()));
    }
}

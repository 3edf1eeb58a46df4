package standalone;

import java.util.LinkedHashMap;
import java.util.Map;

import standalone.data.FirstAdmin;
import standalone.data.Secrets;
import standalone.postgres.PostgresServer;
import standalone.redis.RedisServer;
import standalone.service.ServiceKind;

/** The settings of each kind of service: the same variables that production sets. */
record ServiceEnvironment(StackOptions options, Secrets secrets, FirstAdmin admin, PostgresServer postgres,
        RedisServer redis, int mailPort) {

    Map<String, String> of(ServiceKind kind) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("SECRETS_DIR", secrets.directory().toString());
        settings.put("PUBLIC_URL", "http://localhost:" + options.port());
        settings.put("TICKETING_URL", "http://127.0.0.1:" + options.port());
        settings.put("WAITING_ROOM_URL", "http://127.0.0.1:" + options.port());
        switch (kind) {
            case WAITING_ROOM -> settings.put("REDIS_URL", redis.url());
            case CORE -> core(settings);
            case CONSOLE -> {
                // It has no store of its own.
            }
        }
        return settings;
    }

    private void core(Map<String, String> settings) {
        settings.put("REDIS_URL", redis.url());
        settings.put("DATABASE_URL", postgres.url());
        settings.put("DATABASE_USER", postgres.applicationUser());
        settings.put("DATABASE_PASSWORD", postgres.applicationPassword());
        settings.put("DATABASE_OWNER", postgres.user());
        settings.put("DATABASE_OWNER_PASSWORD", postgres.password());
        settings.put("MAIL_HOST", "127.0.0.1");
        settings.put("MAIL_PORT", String.valueOf(mailPort));
        settings.put("MAIL_FROM", "tickets@ticket-d-saster.example");
        settings.put("ADMIN_EMAIL", admin.email());
        settings.put("ADMIN_PASSWORD", admin.password());
    }
}

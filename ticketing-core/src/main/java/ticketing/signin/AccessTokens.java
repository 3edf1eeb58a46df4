package ticketing.signin;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import ticketing.access.Role;
import ticketing.staff.Account;

/** Issues the token that every service accepts from staff. It carries no e-mail and no name. */
@ApplicationScoped
class AccessTokens {

    private static final String ISSUER = "ticketing-core";
    private static final String AUDIENCE = "ticket-d-saster";

    private final SignInConfig config;
    private final InstantSource clock;

    AccessTokens(SignInConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param session is the token's {@code jti}: ended, it takes the token along
     * @param limited whether it gives no role at all, until a second factor is set up
     */
    OpenedSession issue(Account account, UUID session, boolean limited) {
        var now = clock.instant();
        var roles = limited ? List.<String>of() : roles(account);
        var token = Jwt.issuer(ISSUER)
                .audience(Set.of(AUDIENCE))
                .subject(account.id().toString())
                .groups(Set.copyOf(roles))
                .claim("jti", session.toString())
                .claim("organizations", limited ? Map.of() : organizations(account))
                .issuedAt(now)
                .expiresAt(now.plus(config.session()))
                .jws().algorithm(SignatureAlgorithm.ES256).sign();
        return new OpenedSession(token, config.session().toSeconds(), roles, limited ? Boolean.TRUE : null);
    }

    private static List<String> roles(Account account) {
        var roles = new ArrayList<String>();
        if (account.admin()) {
            roles.add("admin");
        }
        account.organizations().values().stream().distinct().map(Role::key).sorted().forEach(roles::add);
        return List.copyOf(roles);
    }

    private static Map<String, String> organizations(Account account) {
        var organizations = new TreeMap<String, String>();
        account.organizations().forEach((id, role) -> organizations.put(id, role.key()));
        return organizations;
    }
}

package console.session;

import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a staff token says. The core gave it to us; whether it still holds is for the services to say. */
@ApplicationScoped
class StaffClaims {

    private final ObjectMapper mapper;

    StaffClaims(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String subject(String token) {
        return claims(token).path("sub").asText();
    }

    /** Role by organization. */
    Map<String, String> organizations(String token) {
        var roles = new TreeMap<String, String>();
        claims(token).path("organizations").properties()
                .forEach(entry -> roles.put(entry.getKey(), entry.getValue().asText()));
        return roles;
    }

    private JsonNode claims(String token) {
        var parts = token.split("\\.");
        try {
            return parts.length < 2
                    ? mapper.createObjectNode()
                    : mapper.readTree(Base64.getUrlDecoder().decode(parts[1]));
        } catch (IOException | IllegalArgumentException unreadable) {
            return mapper.createObjectNode();
        }
    }
}

package standalone.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The environment of a service: what the stack sets, and the little that is handed on from the launcher's own. */
final class ServiceSettings {

    private static final Set<String> HANDED_ON = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR",
            "TRUSTED_PROXIES", "MAIL_FROM", "JAVA_TOOL_OPTIONS", "DEMO_PAYMENTS", "STRIPE_SECRET_KEY",
            "STRIPE_PUBLISHABLE_KEY", "STRIPE_WEBHOOK_SECRETS", "STRIPE_API_URL");

    private ServiceSettings() {}

    static Map<String, String> of(Map<String, String> launcher, Map<String, String> stack, int port) {
        var settings = new LinkedHashMap<>(launcher.entrySet().stream()
                .filter(entry -> HANDED_ON.contains(entry.getKey()) || entry.getKey().startsWith("QUARKUS_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        settings.putAll(stack);
        settings.put("HTTP_HOST", "127.0.0.1");
        settings.put("HTTP_PORT", String.valueOf(port));
        return settings;
    }
}

package waitingroom.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import contract.problem.Problem;
import waitingroom.release.Release.AccessCodes;
import waitingroom.release.Release.Binding;
import waitingroom.release.Release.Mode;
import waitingroom.release.Release.Policy;

/** A release as staff write it; what they leave out has the default of the HTTP contract. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReleaseDocument(@Size(max = 63) String id, @NotBlank @Size(max = 100) String eventId,
        @NotBlank @Size(max = 100) String organizationId, @Size(max = 200) String title, Policy policy,
        Instant lobbyOpensAt, @NotNull Instant opensAt, Instant closesAt,
        @NotNull @Min(1) @Max(600_000) Integer ratePerMinute, @NotNull @Min(1) @Max(1_000_000) Integer maxActive,
        @Min(1) @Max(3_600) Integer claimSeconds, @Min(1) @Max(86_400) Integer admissionSeconds,
        @Min(1) @Max(100) Integer maxOrders, @Min(1) @Max(1_000) Integer maxSeats, Binding binding,
        AccessCodes accessCodes, Mode mode, @Size(max = 1_000) String message, @Size(max = 80) String brandName,
        @Pattern(regexp = COLOR, message = "must be a colour like #4b2fb5") String brandColor,
        @Size(max = 300) @Pattern(regexp = LOGO, message = A_LOGO) String brandLogo) {

    private static final String A_LOGO = "must be an https address, or a path on this site";
    private static final String COLOR = "(#[0-9a-fA-F]{6})?";
    /** Nothing that could end the attribute or the policy it is written into; and no other site without https. */
    private static final String LOGO = "(https://[a-zA-Z0-9.-]{1,200}(:[0-9]{1,5})?/[\\w.~%/@:+=&?-]*"
            + "|/([\\w.~%@:+=?&-][\\w.~%/@:+=&?-]*)?)?";

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    static ReleaseDocument of(Release release) {
        return new ReleaseDocument(release.id(), release.eventId(), release.organizationId(), release.title(),
                release.policy(), release.lobbyOpensAt(), release.opensAt(), release.closesAt().orElse(null),
                release.ratePerMinute(), release.maxActive(), release.claimSeconds(), release.admissionSeconds(),
                release.maxOrders(), release.maxSeats(), release.binding(), release.accessCodes(), release.mode(),
                release.message(), release.brand().name(), release.brand().color(), release.brand().logo());
    }

    /** The release of that id; refuses what no single field shows. */
    Release toRelease(String address) {
        var lobby = orElse(lobbyOpensAt, opensAt);
        var wrong = new ArrayList<Map<String, String>>();
        check(id == null || id.equals(address), "/id", "must be the id in the address", wrong);
        check(isSensible(opensAt), "/opensAt", "must lie between the years 2000 and 2200", wrong);
        check(isSensible(lobby), "/lobbyOpensAt", "must lie between the years 2000 and 2200", wrong);
        check(!lobby.isAfter(opensAt), "/lobbyOpensAt", "must not lie after opensAt", wrong);
        check(closesAt == null || isSensible(closesAt) && closesAt.isAfter(opensAt), "/closesAt",
                "must lie after opensAt", wrong);
        if (!wrong.isEmpty()) {
            throw Problem.of(422, "invalid-release", "The release does not fit together",
                    wrong.stream().map(it -> it.get("at") + " " + it.get("message")).findFirst().orElseThrow() + ".")
                    .with("violations", List.copyOf(wrong)).toException();
        }
        return new Release(address, eventId, organizationId, orElse(title, ""), orElse(policy, Policy.FIFO), lobby,
                opensAt, Optional.ofNullable(closesAt), ratePerMinute, maxActive, orElse(claimSeconds, 120),
                orElse(admissionSeconds, 600), orElse(maxOrders, 1), orElse(maxSeats, 6),
                orElse(binding, Binding.KEY), orElse(accessCodes, AccessCodes.NONE), orElse(mode, Mode.AUTO),
                orElse(message, ""),
                new Brand(orElse(brandName, "").strip(), orElse(brandColor, ""), orElse(brandLogo, "")));
    }

    private static boolean isSensible(Instant moment) {
        return !moment.isBefore(EARLIEST) && moment.isBefore(LATEST);
    }

    private static void check(boolean holds, String at, String message, List<Map<String, String>> wrong) {
        if (!holds) {
            wrong.add(Map.of("at", at, "message", message));
        }
    }

    private static <T> T orElse(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}

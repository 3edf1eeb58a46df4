package ticketing.venue;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What is to be known of a new venue. */
record NewVenue(@NotBlank @Size(max = 64) String organizationId, @NotBlank @Size(max = 200) String name,
        @NotNull @Size(max = 400) String address, @NotBlank @Size(max = 120) String city, @NotBlank String country,
        @NotBlank String timezone) {

    @JsonIgnore
    @AssertTrue(message = "country must be a two-letter code of ISO 3166, such as DE")
    boolean isCountryKnown() {
        return country == null || Arrays.asList(Locale.getISOCountries()).contains(country);
    }

    @JsonIgnore
    @AssertTrue(message = "timezone must be a name such as Europe/Berlin")
    boolean isTimezoneKnown() {
        return timezone == null || ZoneId.getAvailableZoneIds().contains(timezone);
    }
}

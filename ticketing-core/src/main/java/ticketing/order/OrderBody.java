package ticketing.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The body of the request that buys what is held. */
record OrderBody(@NotNull @Valid BuyerBody buyer, @NotNull @Valid PaymentBody payment,
        @Size(min = 1, max = 60) String promoCode,
        @Size(max = 100) List<@NotNull @Valid AttendeeBody> attendees) {

    OrderRequest toRequest(UUID hold, String idempotencyKey) {
        return new OrderRequest(hold, new TicketOrder.Buyer(buyer.name().strip(), buyer.email().strip()),
                Optional.ofNullable(promoCode), attendance(), payment.method(), payment.token(), idempotencyKey);
    }

    private Map<String, String> attendance() {
        return Optional.ofNullable(attendees).orElse(List.of()).stream()
                .collect(Collectors.toMap(AttendeeBody::seat, attendee -> attendee.name().strip(),
                        (one, other) -> other));
    }

    /** No line breaks: the name and the address go into a letter's head. */
    record BuyerBody(@NotBlank @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*") String name,
            @NotBlank @Size(max = 254) @Email(regexp = "[^\\s\\p{Cntrl}]+@[^\\s\\p{Cntrl}]+") String email) {}

    /** Who comes, by the id of a seat of the hold. */
    record AttendeeBody(@NotBlank @Size(max = 200) String seat,
            @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*") String name) {}

    record PaymentBody(@NotBlank @Size(max = 50) String method, @NotBlank @Size(max = 200) String token) {}
}

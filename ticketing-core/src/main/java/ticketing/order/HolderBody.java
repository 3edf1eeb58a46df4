package ticketing.order;

import java.util.Optional;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Who a ticket shall be for. No line breaks: both go into a letter's head. */
record HolderBody(@NotBlank @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*") String name,
        @Size(max = 254) @Email(regexp = "[^\\s\\p{Cntrl}]+@[^\\s\\p{Cntrl}]+") String email) {

    Ticket.Holder holder() {
        return new Ticket.Holder(name.strip(), Optional.ofNullable(email).map(String::strip));
    }
}

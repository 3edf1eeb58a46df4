package ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import ticketing.terms.Attendees;

class AttendanceTest {

    private static final List<String> HELD = List.of("S-1", "S-2");

    @Test
    void whoIsNotAskedForIsNotNamed() {
        assertThat(Attendance.fault(Attendees.NONE, HELD, Map.of())).isEmpty();
        assertThat(Attendance.fault(Attendees.NONE, HELD, Map.of("S-1", "Ada")))
                .contains(new OrderOutcome.AttendeesUnwanted(List.of("S-1")));
    }

    @Test
    void whereNamesAreFreeAnyPartOfTheSeatsMayHaveThem() {
        assertThat(Attendance.fault(Attendees.OPTIONAL, HELD, Map.of())).isEmpty();
        assertThat(Attendance.fault(Attendees.OPTIONAL, HELD, Map.of("S-2", "Ada"))).isEmpty();
        assertThat(Attendance.fault(Attendees.OPTIONAL, HELD, Map.of("S-3", "Ada")))
                .contains(new OrderOutcome.AttendeesUnwanted(List.of("S-3")));
    }

    @Test
    void whereTheyAreRequiredNoSeatIsWithout() {
        assertThat(Attendance.fault(Attendees.REQUIRED, HELD, Map.of("S-1", "Ada", "S-2", "Grace"))).isEmpty();
        assertThat(Attendance.fault(Attendees.REQUIRED, HELD, Map.of("S-1", "Ada")))
                .contains(new OrderOutcome.AttendeesMissing(List.of("S-2")));
    }
}

package ticketing.availability;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

/**
 * What became different.
 *
 * @param version  of the view with these changes
 * @param previous of the view they belong on top of; whoever has another one missed something
 * @param areas    what is left in each area to stand in, if that changed
 */
record Change(long version, long previous, List<SeatChange> seats,
        @JsonInclude(Include.NON_EMPTY) List<AreaLeft> areas) {}

package ticketing.picture;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ticketing.event.EventPicture;

/** Which picture an event has. */
record PictureOfEvent(String eventId, @JsonUnwrapped EventPicture picture) {}

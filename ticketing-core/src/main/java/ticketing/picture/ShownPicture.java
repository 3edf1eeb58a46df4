package ticketing.picture;

/** A picture as browsers get it. */
record ShownPicture(String mediaType, byte[] content) {}

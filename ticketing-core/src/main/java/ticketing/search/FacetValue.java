package ticketing.search;

/** One value to narrow a list by, and how many events it would leave. */
record FacetValue(String value, long count) {}

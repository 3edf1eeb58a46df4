package ticketing.plan;

/**
 * What somebody should know about a place in an imported plan.
 *
 * @param at a JSON pointer into the plan
 */
record Remark(String at, String message) {}

package waitingroom.handover;

import waitingroom.visitor.Visitor;

/**
 * Who takes a place over.
 *
 * @param drawn what the scripts are told of the draw
 * @param name  in the fairness log
 */
record Taker(Visitor visitor, String drawn, String name) {}

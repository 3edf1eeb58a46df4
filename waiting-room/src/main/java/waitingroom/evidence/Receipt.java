package waitingroom.evidence;

import java.util.List;

/**
 * Proof of a place, for its owner.
 *
 * @param leaf      the entry of the fairness log, as it is hashed
 * @param index     of the entry
 * @param auditPath from the entry to the root of the tree head, lowest first; hex
 * @param treeHead  signed
 * @param treeSize  entries that the tree head covers
 * @param visitor   whom the entry is about
 * @param nonce     turns the visitor into the name that stands in the entry
 */
record Receipt(String leaf, long index, List<String> auditPath, String treeHead, long treeSize, String visitor,
        String nonce) {}

package rehearsal.bench;

/**
 * What a visitor has of a simulated on-sale.
 *
 * @param cookie empty for whoever did not get in
 * @param place  0 while there is none, or none that counts
 */
record OnSaleStay(OnSaleVisitor visitor, String cookie, long place) {

    static OnSaleStay outside(OnSaleVisitor visitor) {
        return new OnSaleStay(visitor, "", 0);
    }
}

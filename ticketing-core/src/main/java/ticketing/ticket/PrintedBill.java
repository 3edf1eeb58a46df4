package ticketing.ticket;

import io.quarkus.qute.TemplateData;
import ticketing.terms.Bill;
import ticketing.terms.BillView;

/** A bill as letters show it; a part that is nothing is left empty. */
@TemplateData
record PrintedBill(String tickets, String discount, String fee, String total, String tax) {

    static PrintedBill of(Bill bill, String currency) {
        var tax = bill.taxBasisPoints() == 0
                ? ""
                : "%s %% tax included: %s".formatted(
                        BillView.percent(bill.taxBasisPoints()).stripTrailingZeros().toPlainString(),
                        Prices.format(bill.tax(), currency));
        return new PrintedBill(bill.discount() + bill.fee() == 0 ? "" : Prices.format(bill.tickets(), currency),
                bill.discount() == 0 ? "" : Prices.format(-bill.discount(), currency),
                bill.fee() == 0 ? "" : Prices.format(bill.fee(), currency), Prices.format(bill.total(), currency),
                tax);
    }
}

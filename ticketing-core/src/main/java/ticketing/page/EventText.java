package ticketing.page;

import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

import ticketing.event.EventPicture;

/** A concert's facts as people of one language write them: times are the venue's, money looks like money. */
record EventText(EventFacts facts, Locale locale) {

    public String date() {
        return facts.local().format(locale.getLanguage().equals("en")
                ? DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", locale)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale));
    }

    public String time() {
        return facts.local().format(DateTimeFormatter.ofPattern("HH:mm", locale));
    }

    public int day() {
        return facts.local().getDayOfMonth();
    }

    public String month() {
        return facts.local().format(DateTimeFormatter.ofPattern("MMM", locale));
    }

    /** What a link to the page is shown with, where it is passed on. */
    public String summary() {
        return "%s, %s · %s, %s".formatted(date(), time(), facts.venue().name(), facts.venue().city());
    }

    public boolean pictured() {
        return facts.picture().isPresent();
    }

    public EventPicture picture() {
        return facts.picture().orElseThrow();
    }

    public boolean onePrice() {
        return facts.lowest() == facts.highest();
    }

    public String lowestPrice() {
        return money(facts.lowest());
    }

    public String highestPrice() {
        return money(facts.highest());
    }

    private String money(long minorUnits) {
        var format = NumberFormat.getCurrencyInstance(locale);
        var currency = Currency.getInstance(facts.currency());
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(facts.decimal(minorUnits));
    }
}

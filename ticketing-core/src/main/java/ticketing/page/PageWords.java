package ticketing.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What pages say before their scripts run, in English; {@code messages/msg_de.properties} says it in German. What the
 * scripts say is beside them, in {@code web/app/words}.
 */
@MessageBundle(locale = "en")
interface PageWords {

    @Message("en")
    String language();

    @Message("true")
    String isEnglish();

    @Message("false")
    String isGerman();

    @Message("Language")
    String languages();

    @Message("Skip to content")
    String skip();

    @Message("Fair queues, real seats. Times are local to the venue.")
    String footer();

    @Message("Concerts")
    String concerts();

    @Message("Concerts near and far, with fair queues and real seats.")
    String concertsText();

    @Message("No concerts are announced yet. Please come back soon.")
    String noConcerts();

    @Message("from {price}")
    String from(String price);

    @Message("When")
    String when();

    @Message("Where")
    String where();

    @Message("Prices")
    String prices();

    @Message("{lowest} to {highest}")
    String priceRange(String lowest, String highest);

    @Message("This concert is cancelled.")
    String cancelled();

    @Message("This concert is postponed. Tickets stay good for its new date.")
    String postponed();

    @Message("The seats are being fetched. If nothing appears, reload this page and allow JavaScript: choosing seats "
            + "needs it.")
    String seatsComing();

    @Message("Your order")
    String order();

    @Message("Your tickets are being fetched; that needs JavaScript. They are in your mail as well.")
    String ticketsComing();

    @Message("Not found")
    String notFound();

    @Message("We do not know this concert")
    String unknownConcert();

    @Message("We do not know this order")
    String unknownOrder();

    @Message("The address may be mistyped, or what stood here is gone.")
    String unknownText();

    @Message("See all concerts")
    String seeAll();

    @Message("Check tickets")
    String scan();

    @Message("The scanner is being loaded; it needs JavaScript.")
    String scanComing();
}

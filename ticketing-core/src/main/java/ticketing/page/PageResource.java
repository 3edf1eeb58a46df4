package ticketing.page;

import java.time.InstantSource;
import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.payment.PaymentProviders;
import ticketing.referral.Referrals;

/**
 * The shop's pages: a shell that says what matters before any script runs; the script's elements then take over. No
 * page holds anything personal, an order's secret stays in the browser's address fragment.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class PageResource {

    /** Scripts and styles from here only, none inline; images also from blobs, which is how QR codes arrive. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' blob: data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Where fans pay by card, Stripe's script and frames come in: card data must never come to us. */
    private static final String WITH_STRIPE = CONTENT_SECURITY_POLICY
            .replace("script-src 'self'", "script-src 'self' https://js.stripe.com")
            .replace("connect-src 'self'", "connect-src 'self' https://api.stripe.com")
            + "; frame-src https://js.stripe.com https://hooks.stripe.com";

    private static final int A_YEAR_SECONDS = 31_536_000;

    private final EventFactsStore events;
    private final PageConfig config;
    private final Referrals referrals;
    private final PaymentProviders payments;
    private final InstantSource clock;

    PageResource(EventFactsStore events, PageConfig config, Referrals referrals, PaymentProviders payments,
            InstantSource clock) {
        this.events = events;
        this.config = config;
        this.referrals = referrals;
        this.payments = payments;
        this.clock = clock;
    }

    @GET
    public Response home(@BeanParam LanguageReader language) {
        var concerts = events.upcoming(clock.instant(), config.listed()).stream()
                .map(facts -> new EventText(facts, language.locale())).toList();
        return page(200, Templates.home(concerts), language);
    }

    @GET
    @Path("events/{id}")
    public Response event(@PathParam("id") String id, @QueryParam("from") String tag,
            @HeaderParam("Referer") String referer, @BeanParam LanguageReader language) {
        var found = events.find(id);
        found.ifPresent(facts -> referrals.note(facts.id(), tag, referer));
        return found
                .map(facts -> page(200, event(new EventText(facts, language.locale())), language, checkOutPolicy()))
                .orElseGet(() -> page(404, Templates.missing(true), language));
    }

    private TemplateInstance event(EventText event) {
        var url = Addresses.ofEvent(config, event.facts().id());
        var picture = event.facts().picture().map(shown -> Addresses.of(config, shown.url())).orElse("");
        return Templates.event(event, url, picture, EventJsonLd.of(event.facts(), url, picture));
    }

    /** The page is the same for every code: whether the order exists is for the bearer of its secret to know. */
    @GET
    @Path("orders/{code}")
    public Response order(@PathParam("code") String code, @BeanParam LanguageReader language) {
        return code.matches("[A-Za-z0-9-]{1,64}")
                ? page(200, Templates.order(code), language)
                : page(404, Templates.missing(false), language);
    }

    /** The stewards' scanner. Who may use it the API decides; the page itself holds nothing. */
    @GET
    @Path("scan")
    public Response scan(@BeanParam LanguageReader language) {
        return page(200, Templates.scan(), language);
    }

    private String checkOutPolicy() {
        return payments.findOffered("stripe").isPresent() ? WITH_STRIPE : CONTENT_SECURITY_POLICY;
    }

    private static Response page(int status, TemplateInstance page, LanguageReader language) {
        return page(status, page, language, CONTENT_SECURITY_POLICY);
    }

    private static Response page(int status, TemplateInstance page, LanguageReader language, String policy) {
        var answer = Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .language(language.locale())
                .header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", "no-cache")
                .header("Vary", "Accept-Language, Cookie")
                .entity(page.setLocale(language.locale()).render());
        language.asked().ifPresent(chosen -> answer.cookie(new NewCookie.Builder(LanguageReader.COOKIE).value(chosen)
                .path("/").maxAge(A_YEAR_SECONDS).sameSite(NewCookie.SameSite.LAX).build()));
        return answer.build();
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance home(List<EventText> events);

        static native TemplateInstance event(EventText event, String url, String picture, String jsonLd);

        static native TemplateInstance order(String code);

        static native TemplateInstance scan();

        static native TemplateInstance missing(boolean concert);
    }
}

package waitingroom.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.web.bundler.runtime.Bundle;
import waitingroom.release.Brand;
import waitingroom.release.Release;

/**
 * The page fans wait on. Everything but the event's title and the organizer's brand is put together at the start, for
 * each language, so that the page loads when all else is busy.
 */
@Singleton
class QueuePage {

    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z0-9.-]+)}}");

    private final Map<Language, String> pages = new EnumMap<>(Language.class);
    private final Map<Language, String> more = new EnumMap<>(Language.class);
    private final Map<Language, Words> words = new EnumMap<>(Language.class);

    QueuePage(Bundle bundle, ObjectMapper json) {
        for (var language : Language.all()) {
            var spoken = Words.of(language);
            words.put(language, spoken);
            more.put(language, spoken.forMore(json));
            pages.put(language, fill(template(), slot -> switch (slot) {
                case "language" -> Optional.of(language.tag());
                case "languages" -> Optional.of(languagesBeside(language));
                case "words" -> Optional.of(spoken.forScript(json));
                case "script" -> Optional.of(bundle.script("app"));
                case "style" -> Optional.of(bundle.style("app"));
                default -> spoken.ofPage(slot).map(QueuePage::escape);
            }));
        }
    }

    /** The page of a release, or of an event that has none. */
    String of(Language language, Optional<Release> release) {
        var spoken = words.get(language);
        var brand = release.map(Release::brand).orElse(Brand.NONE);
        var name = brand.name().isEmpty() ? "Ticket D-Saster" : brand.name();
        var event = release.map(Release::title).filter(title -> !title.isBlank())
                .orElseGet(() -> spoken.ofPage("event").orElseThrow());
        return fill(pages.get(language), slot -> switch (slot) {
            case "release.title" -> Optional.of(escape(event));
            case "brand.name" -> Optional.of(escape(name));
            case "brand.logo" -> Optional.of(logo(brand));
            case "brand.style" -> Optional.of(style(brand));
            default -> Optional.empty();
        });
    }

    /** What the parts say that are fetched when somebody asks for them. */
    String moreWords(Language language) {
        return more.get(language);
    }

    private static String logo(Brand brand) {
        return brand.logo().isEmpty()
                ? ""
                : "<img src=\"%s\" alt=\"\" referrerpolicy=\"no-referrer\">".formatted(escape(brand.logo()));
    }

    private static String style(Brand brand) {
        return brand.color().isEmpty()
                ? ""
                : "<link rel=\"stylesheet\" href=\"/queue/brand/%s.css\">".formatted(brand.color().substring(1));
    }

    private static String languagesBeside(Language present) {
        return Language.all().stream()
                .map(language -> "<a href=\"?lang=%1$s\" lang=\"%1$s\" hreflang=\"%1$s\"%3$s>%2$s</a>"
                        .formatted(language.tag(), language.ownName(),
                                language == present ? " aria-current=\"true\"" : ""))
                .collect(Collectors.joining());
    }

    private static String fill(String text, java.util.function.Function<String, Optional<String>> contents) {
        return SLOT.matcher(text).replaceAll(
                slot -> Matcher.quoteReplacement(contents.apply(slot.group(1)).orElse(slot.group())));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("{{", "{&#123;");
    }

    /** Indentation is for those who read the source. */
    private static String template() {
        try (var file = QueuePage.class.getResourceAsStream("/queue/queue.html")) {
            if (file == null) {
                throw new IllegalStateException("the queue page is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

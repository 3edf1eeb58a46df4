package waitingroom.page;

/**
 * An organizer's colour as the queue page's accent. Whatever the colour, what is written in it, on it and beside it
 * keeps the contrast that WCAG AA asks for: it is darkened for the light page and lightened for the dark one, as far as
 * needed and no further.
 */
final class BrandStyle {

    /** What the accent is seen on: the style sheet's --paper of each scheme, the harder of paper and card. */
    private static final int[] LIGHT = { 0xf4, 0xf2, 0xee };
    private static final int[] DARK = { 0x20, 0x1d, 0x2b };
    private static final int[] WHITE = { 255, 255, 255 };
    private static final int[] BLACK = { 0x11, 0x0f, 0x18 };
    private static final double READABLE = 4.5;
    private static final int STEPS = 50;

    private BrandStyle() {}

    /** @param color six hex digits */
    static String of(String color) {
        var rgb = Integer.parseInt(color, 16);
        int[] own = { rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff };
        var light = readable(own, LIGHT, new int[]{ 0, 0, 0 });
        var dark = readable(own, DARK, WHITE);
        return ":root{%s}@media(prefers-color-scheme:dark){:root{%s}}".formatted(rules(light), rules(dark));
    }

    private static String rules(int[] accent) {
        return "--accent:%s;--on-accent:%s".formatted(hex(accent),
                hex(contrast(accent, WHITE) >= READABLE ? WHITE : BLACK));
    }

    /** Goes from the colour towards black or white until it stands out. */
    private static int[] readable(int[] color, int[] ground, int[] towards) {
        for (var step = 0; step < STEPS; step++) {
            var mixed = mix(color, towards, (double) step / STEPS);
            if (contrast(mixed, ground) >= READABLE) {
                return mixed;
            }
        }
        return towards;
    }

    private static int[] mix(int[] from, int[] to, double share) {
        var mixed = new int[3];
        for (var i = 0; i < mixed.length; i++) {
            mixed[i] = (int) Math.round(from[i] + (to[i] - from[i]) * share);
        }
        return mixed;
    }

    /** As WCAG 2 defines it: 1 to 21. */
    static double contrast(int[] one, int[] other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int[] color) {
        return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
    }

    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static String hex(int[] color) {
        return "#%02x%02x%02x".formatted(color[0], color[1], color[2]);
    }
}

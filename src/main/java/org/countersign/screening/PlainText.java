package org.countersign.screening;

/** Typographic signs become the plain ones that rules are written in, each in its place: positions stay exact. */
final class PlainText {

    private PlainText() {
    }

    static String of(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.append(plain(text.charAt(i)));
        }
        return plain.toString();
    }

    private static char plain(char sign) {
        if (sign >= '\uFF01' && sign <= '\uFF5E') {
            return (char) (sign - '\uFF01' + '!');
        }
        return switch (sign) {
            case '\u2018', '\u2019', '\u02BC', '\u00B4', '`' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            case '\u00A0', '\u2007', '\u2009', '\u202F', '\u3000', '\t' -> ' ';
            default -> sign;
        };
    }
}

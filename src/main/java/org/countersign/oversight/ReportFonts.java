package org.countersign.oversight;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The fonts of pictures and reports, which come along: a server may have none.
 */
final class ReportFonts {

    static final String FAMILY = "Liberation Sans";
    private static final String REGULAR = "/liberation/LiberationSans-Regular.ttf";
    private static final String BOLD = "/liberation/LiberationSans-Bold.ttf";

    private ReportFonts() {
    }

    static InputStream regular() {
        return open(REGULAR);
    }

    static InputStream bold() {
        return open(BOLD);
    }

    /** For drawing with AWT. */
    static Font drawn() {
        try (InputStream file = regular()) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(REGULAR + " is no font", e);
        }
    }

    private static InputStream open(String file) {
        InputStream found = ReportFonts.class.getResourceAsStream(file);
        if (found == null) {
            throw new IllegalStateException(file + " is not on the class path");
        }
        return found;
    }
}

package org.countersign.browser;

import javax.imageio.ImageIO;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A picture to publish.
 */
final class Drawing {

    private Drawing() {
    }

    /** A blue handrail beside three yellow steps, as PNG. */
    static Path steps(Path file) throws IOException {
        BufferedImage image = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xf3efe6));
        pen.fillRect(0, 0, 640, 400);
        pen.setColor(new Color(0xe0a92f));
        for (int step = 0; step < 3; step++) {
            pen.fillRect(120 + step * 130, 300 - step * 70, 400 - step * 130, 70);
        }
        pen.setColor(new Color(0x1d5f85));
        pen.setStroke(new BasicStroke(14));
        pen.drawLine(110, 230, 500, 20);
        pen.dispose();
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}

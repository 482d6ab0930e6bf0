package org.countersign.oversight;

import org.countersign.oversight.Figure.Column;
import org.countersign.oversight.Figure.Row;
import org.countersign.oversight.Figure.Shape;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.springframework.stereotype.Component;

import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures as pictures, in few colors that differ in brightness too and with the numbers written beside the bars: they can be
 * read in print and by people who see no colors. The table always stands beside.
 */
@Component
class Charts {

    /** In the pixels of a page. */
    static final int WIDTH = 560;
    private static final int MOST_ROWS = 12;
    private static final int LONGEST_LABEL = 34;
    private static final int BAR = 17;
    private static final Color INK = new Color(0x1b1f24);
    private static final Color FAINT = new Color(0x4a525c);
    private static final Color LINE = new Color(0xe3e7eb);
    private static final List<Color> COLORS = List.of(new Color(0x0b4f71), new Color(0x8fbdd3), new Color(0xc7803a),
            new Color(0xc9cfd6));

    private final Font font = ReportFonts.drawn().deriveFont(12f);

    /** What the picture shows when its figure has more rows than can be drawn: the first, in the order of the table. */
    private static List<Row> drawn(Figure figure) {
        List<Row> parts = figure.parts();
        return parts.subList(0, Math.min(MOST_ROWS, parts.size()));
    }

    /** In the pixels of a page. */
    public int height(Figure figure) {
        if (figure.shape() == Shape.COLUMNS) {
            return 240;
        }
        long series = figure.shape() == Shape.STACKED ? 1 : drawnColumns(figure).size();
        return (int) (drawn(figure).size() * (series * BAR + 13)) + (drawnColumns(figure).size() > 1 ? 36 : 14);
    }

    public int width() {
        return WIDTH;
    }

    /** @param scale how many dots a pixel of a page has */
    byte[] png(Figure figure, int scale) {
        JFreeChart chart = chart(figure);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ChartUtils.writeScaledChartAsPNG(bytes, chart, WIDTH, height(figure), scale, scale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private JFreeChart chart(Figure figure) {
        boolean upright = figure.shape() == Shape.COLUMNS;
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        Map<String, String> texts = new HashMap<>();
        for (Row row : drawn(figure)) {
            for (Column column : drawnColumns(figure)) {
                var cell = row.cells().get(figure.columns().indexOf(column));
                data.addValue(cell.value(), column.label(), shortened(row.label()));
                texts.put(column.label() + '\n' + shortened(row.label()), cell.text());
            }
        }
        CategoryPlot plot = new CategoryPlot(data, categories(upright), numbers(upright), bars(figure.shape(), texts));
        plot.setOrientation(upright ? PlotOrientation.VERTICAL : PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setInsets(new RectangleInsets(4, 0, 0, 0));
        JFreeChart chart = new JFreeChart(null, font, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(2, 0, 2, 4));
        if (drawnColumns(figure).size() > 1) {
            chart.addLegend(legend(plot));
        }
        return chart;
    }

    private CategoryAxis categories(boolean upright) {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(font);
        axis.setTickLabelPaint(INK);
        axis.setTickMarksVisible(false);
        axis.setAxisLinePaint(LINE);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        axis.setCategoryMargin(upright ? 0.3 : 0.25);
        axis.setMaximumCategoryLabelWidthRatio(0.5f);
        return axis;
    }

    private static NumberAxis numbers(boolean upright) {
        NumberAxis axis = new NumberAxis();
        axis.setVisible(false);
        axis.setAutoRangeIncludesZero(true);
        axis.setUpperMargin(upright ? 0.12 : 0.14);
        return axis;
    }

    private BarRenderer bars(Shape shape, Map<String, String> texts) {
        BarRenderer bars = shape == Shape.STACKED ? new StackedBarRenderer() : new BarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(false);
        bars.setItemMargin(0);
        bars.setMaximumBarWidth(shape == Shape.COLUMNS ? 0.08 : 1);
        for (int series = 0; series < COLORS.size(); series++) {
            bars.setSeriesPaint(series, COLORS.get(series));
        }
        bars.setDefaultItemLabelFont(font.deriveFont(11f));
        bars.setDefaultItemLabelPaint(FAINT);
        // Numbers inside of stacked bars would not be readable on all of their colors: the table has them.
        bars.setDefaultItemLabelsVisible(shape != Shape.STACKED);
        bars.setDefaultItemLabelGenerator(new Texts(texts));
        bars.setDefaultPositiveItemLabelPosition(shape == Shape.COLUMNS
                ? new ItemLabelPosition(ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER)
                : new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        return bars;
    }

    private LegendTitle legend(CategoryPlot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setItemFont(font);
        legend.setItemPaint(INK);
        legend.setFrame(BlockBorder.NONE);
        legend.setBackgroundPaint(Color.WHITE);
        return legend;
    }

    private static List<Column> drawnColumns(Figure figure) {
        return figure.columns().stream().filter(Column::drawn).toList();
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1).strip() + "…";
    }
}

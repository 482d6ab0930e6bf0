package org.countersign.oversight;

import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.data.category.CategoryDataset;

import java.util.Map;

/**
 * Writes beside a bar what the table says.
 *
 * @param byBar the text of a cell by the labels of its column and row, with a line break between them
 */
record Texts(Map<String, String> byBar) implements CategoryItemLabelGenerator {

    @Override
    public String generateLabel(CategoryDataset data, int row, int column) {
        return byBar.get(data.getRowKey(row).toString() + '\n' + data.getColumnKey(column));
    }

    @Override
    public String generateRowLabel(CategoryDataset data, int row) {
        return data.getRowKey(row).toString();
    }

    @Override
    public String generateColumnLabel(CategoryDataset data, int column) {
        return data.getColumnKey(column).toString();
    }
}

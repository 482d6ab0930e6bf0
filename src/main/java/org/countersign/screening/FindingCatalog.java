package org.countersign.screening;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * All findings there are, kept in {@code screening/finding-codes.yaml}.
 *
 * @param version changes with each change of a row
 * @param source  where the rows come from
 * @param checked when somebody last compared them with the law
 */
public record FindingCatalog(String version, String source, LocalDate checked, List<FindingCode> codes) {

    /** @throws IllegalArgumentException when a code is there twice */
    public FindingCatalog {
        codes = List.copyOf(codes);
        var seen = new HashSet<String>();
        for (var code : codes) {
            if (!seen.add(code.code())) {
                throw new IllegalArgumentException("Finding code " + code.code() + " is in the catalog twice.");
            }
        }
    }

    /** The catalog of this release. */
    public static FindingCatalog shipped() {
        return YamlTable.read("screening/finding-codes.yaml", FindingCatalog.class);
    }

    public Optional<FindingCode> find(String code) {
        return codes.stream().filter(row -> row.code().equals(code)).findFirst();
    }

    /** @throws IllegalArgumentException when there is no such code */
    public FindingCode get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No finding code " + code + " in the catalog."));
    }
}

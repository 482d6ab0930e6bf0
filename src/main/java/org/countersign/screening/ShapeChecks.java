package org.countersign.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is found by the shape of a post: descriptions of pictures, a missing disclaimer, help of a generator. */
final class ShapeChecks {

    static final String WHOLE_POST = "post";
    /** Longer than any channel takes (63,206); what comes behind is not read, and said so. */
    static final int LONGEST_TEXT = 65_536;

    private static final Pattern FILE_NAME = SafePattern.compile(
            "^\\s{0,5}(?:\\S{1,200}\\.(?:jpe?g|png|gif|webp|heic|tiff?|bmp|svg|avif)|(?:img|dsc|dscn|pxl|image|photo|picture|"
                    + "screenshot|untitled)[-_ ]?[0-9][-_ 0-9]{0,40})\\s{0,5}$", false);
    private static final Pattern DISCLAIMER = SafePattern.compile(
            "not (?:a substitute for )?(?:medical|professional|clinical) advice|(?:ask|talk to|see) your (?:own )?(?:doctor|clinician)"
                    + "[^.!?]{0,40}(?:before|about your)|general (?:health )?information", false);
    private static final Set<String> NEED_A_DISCLAIMER = Set.of("WELLNESS_GENERAL", "PROVIDER_VIDEO");
    private static final Set<String> CLINICAL = Set.of("WELLNESS_GENERAL", "CLINICAL_CLAIM", "PROVIDER_VIDEO",
            "PUBLIC_HEALTH_ALERT", "RESEARCH_RESULT", "RESEARCH_RECRUITMENT", "PRODUCT_MENTION");

    private final String version;
    private final Map<String, RuleTable.Check> checks;
    private final FindingCatalog catalog;

    /** @throws IllegalArgumentException when a check has no row in the table */
    ShapeChecks(RuleTable table, FindingCatalog catalog) {
        this.version = table.version();
        this.catalog = catalog;
        this.checks = table.checks().stream().collect(Collectors.toMap(RuleTable.Check::id, Function.identity()));
        for (var id : List.of("alt-text-missing", "alt-text-is-file-name", "alt-text-too-short", "alt-text-and-decorative",
                "disclaimer-missing", "generator-helped", "generator-helped-clinical", "text-too-long")) {
            if (!checks.containsKey(id)) {
                throw new IllegalArgumentException("Check " + id + " has no row in the rule table.");
            }
        }
    }

    List<Finding> find(Draft draft, Map<String, String> texts) {
        var findings = new ArrayList<Finding>();
        if (draft.aiAssisted()) {
            findings.add(finding(clinical(draft) ? "generator-helped-clinical" : "generator-helped", WHOLE_POST, null));
        }
        if (draft.kind() != null && NEED_A_DISCLAIMER.contains(draft.kind())
                && texts.values().stream().noneMatch(text -> DISCLAIMER.matcher(PlainText.of(text)).find())) {
            findings.add(finding("disclaimer-missing", WHOLE_POST, null));
        }
        texts.forEach((field, text) -> {
            if (text.length() > LONGEST_TEXT) {
                findings.add(finding("text-too-long", field, null));
            }
        });
        for (int i = 0; i < draft.media().size(); i++) {
            picture("media." + i + ".altText", draft.media().get(i), findings);
        }
        return findings;
    }

    private void picture(String field, Draft.Picture picture, List<Finding> findings) {
        boolean decorative = picture.decorativeReason() != null && !picture.decorativeReason().isBlank();
        if (picture.altText() == null || picture.altText().isBlank()) {
            if (!decorative) {
                findings.add(finding("alt-text-missing", field, null));
            }
        } else if (decorative) {
            findings.add(finding("alt-text-and-decorative", field, null));
        } else if (FILE_NAME.matcher(picture.altText()).matches()) {
            findings.add(finding("alt-text-is-file-name", field, picture.altText()));
        } else if (picture.altText().strip().split("\\s+").length < 3) {
            findings.add(finding("alt-text-too-short", field, picture.altText()));
        }
    }

    private static boolean clinical(Draft draft) {
        return draft.kind() != null && CLINICAL.contains(draft.kind());
    }

    private Finding finding(String id, String field, String wholeText) {
        var check = checks.get(id);
        var code = catalog.get(check.code());
        return new Finding(code.code(), check.severity() == null ? code.severity() : check.severity(), id, version, field,
                wholeText == null ? -1 : 0, wholeText == null ? -1 : wholeText.length(), check.reason(),
                check.citation() == null ? code.citation() : check.citation());
    }
}

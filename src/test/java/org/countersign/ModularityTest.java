package org.countersign;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The walls between the modules, and between the product and the engine. */
class ModularityTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.countersign");

    @Test
    void modulesDependOnlyOnWhatTheirPackageInfoAllows() {
        ApplicationModules.of(Countersign.class).verify();
    }

    @Test
    void onlyTheEngineModuleAndProcessPackagesImportTheEngine() {
        ArchRule rule = noClasses().that().resideOutsideOfPackages("org.countersign.engine..", "org.countersign..process..")
                .should().dependOnClassesThat().resideInAPackage("org.camunda..");

        rule.check(OURS);
    }

    /** A plugin is the engine's own extension point, although it lives in a package of its inside. */
    @Test
    void onlyTheHardeningAndPluginsReachIntoTheEngine() {
        ArchRule rule = noClasses().that().resideOutsideOfPackage("org.countersign.engine.hardening..")
                .and().areNotAssignableTo(ProcessEnginePlugin.class)
                .should().dependOnClassesThat().resideInAPackage("org.camunda.bpm.engine.impl..");

        rule.check(OURS);
    }

    /** A stream keeps its connection until somebody closes it: twenty looks at such a page, and the pool is empty. */
    @Test
    void whatADatabaseAnswersIsReadAsAListNotAsAnOpenStream() {
        ArchRule rule = noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

        rule.check(OURS);
    }
}

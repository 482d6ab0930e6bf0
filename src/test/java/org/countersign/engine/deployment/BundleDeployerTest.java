package org.countersign.engine.deployment;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BundleDeployerTest {

    private static final String DIAGRAM = "processes/leave/ask-for-leave.bpmn";
    private static final String TABLE = "processes/leave/days.dmn";
    private static final String FORM = "forms/leave/grant.form";

    @TempDir
    Path folder;
    private ProcessEngine engine;

    @BeforeEach
    void startEngine() throws IOException {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("bundles-" + UUID.randomUUID());
        configuration.setJdbcUrl("jdbc:h2:mem:" + configuration.getProcessEngineName());
        engine = configuration.buildProcessEngine();
        write(DIAGRAM, diagram("Grant leave"));
        write(TABLE, TABLE_XML);
        write(FORM, form("Yes or no?"));
    }

    @AfterEach
    void stopEngine() {
        engine.close();
    }

    @Test
    void deploysAFolderWithItsFormsUnderPathsThatDoNotDependOnTheMachine() {
        deploy();

        String deployment = latest().getDeploymentId();
        assertThat(repository().getDeploymentResourceNames(deployment)).containsExactlyInAnyOrder(DIAGRAM, TABLE, FORM);
        assertThat(repository().createDeploymentQuery().singleResult().getName()).isEqualTo("leave");
    }

    @Test
    void theTaskFindsTheFormOfItsOwnDeployment() throws IOException {
        deploy();
        write(FORM, form("Is somebody there instead?"));
        deploy();

        engine.getRuntimeService().startProcessInstanceByKey("ask-for-leave");
        String task = engine.getTaskService().createTaskQuery().singleResult().getId();
        assertThat(engine.getFormService().getDeployedTaskForm(task)).asString(StandardCharsets.UTF_8)
                .contains("Is somebody there instead?");
    }

    @Test
    void anUnchangedBundleIsNotDeployedAgain() {
        deploy();
        deploy();

        assertThat(repository().createDeploymentQuery().count()).isEqualTo(1);
        assertThat(latest().getVersion()).isEqualTo(1);
    }

    @Test
    void aChangedFormDeploysEverythingAgain() throws IOException {
        deploy();
        write(FORM, form("Is somebody there instead?"));
        deploy();

        assertThat(latest().getVersion()).isEqualTo(2);
        assertThat(repository().getDeploymentResourceNames(latest().getDeploymentId()))
                .containsExactlyInAnyOrder(DIAGRAM, TABLE, FORM);
    }

    @Test
    void nothingOfABrokenBundleIsKept() throws IOException {
        write(DIAGRAM, diagram("Grant leave").replace("sourceRef=\"start\"", "sourceRef=\"nowhere\""));

        assertThatThrownBy(this::deploy).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Bundle leave cannot be deployed").hasMessageContaining("nowhere");
        assertThat(repository().createDeploymentQuery().count()).isZero();
        assertThat(repository().createProcessDefinitionQuery().count()).isZero();
        assertThat(repository().createDecisionDefinitionQuery().count()).isZero();
    }

    @Test
    void namesAreTheSameInsideAJar() throws IOException {
        Path jar = jar();
        try (var loader = new URLClassLoader(new URL[]{jar.toUri().toURL()}, null)) {
            var inJar = new Bundles(new PathMatchingResourcePatternResolver(new DefaultResourceLoader(loader)), "classpath*:");
            List<Bundle> found = inJar.find();
            assertThat(found).extracting(Bundle::name).containsExactly("leave");
            assertThat(found.get(0).resources()).containsOnlyKeys(DIAGRAM, TABLE, FORM);
        }
    }

    private Path jar() throws IOException {
        Path jar = folder.resolve("bundles.jar");
        try (OutputStream file = Files.newOutputStream(jar); var entries = new JarOutputStream(file)) {
            Stream.of("processes/", "processes/leave/", DIAGRAM, TABLE, "forms/", "forms/leave/", FORM).forEach(name -> {
                try {
                    entries.putNextEntry(new ZipEntry(name));
                    if (!name.endsWith("/")) {
                        entries.write(Files.readAllBytes(folder.resolve(name)));
                    }
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
            });
        }
        return jar;
    }

    private void deploy() {
        new BundleDeployer(repository(), new Bundles(new PathMatchingResourcePatternResolver(), folder.toUri().toString()))
                .afterSingletonsInstantiated();
    }

    private ProcessDefinition latest() {
        return repository().createProcessDefinitionQuery().processDefinitionKey("ask-for-leave").latestVersion().singleResult();
    }

    private RepositoryService repository() {
        return engine.getRepositoryService();
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static String diagram(String taskName) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                             xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="ask-for-leave" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="start"/>
                    <sequenceFlow id="asked" sourceRef="start" targetRef="grant"/>
                    <userTask id="grant" name="%s" camunda:formRef="grant" camunda:formRefBinding="deployment"/>
                  </process>
                </definitions>
                """.formatted(taskName);
    }

    private static String form(String label) {
        return """
                {"type": "default", "id": "grant", "schemaVersion": 16,
                 "components": [{"type": "textfield", "key": "answer", "label": "%s"}]}
                """.formatted(label);
    }

    private static final String TABLE_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test"
                         xmlns:camunda="http://camunda.org/schema/1.0/dmn">
              <decision id="days" name="Days" camunda:historyTimeToLive="P1D">
                <variable id="v" name="days" typeRef="integer"/>
                <literalExpression id="l"><text>30</text></literalExpression>
              </decision>
            </definitions>
            """;
}

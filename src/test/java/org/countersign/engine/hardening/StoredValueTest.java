package org.countersign.engine.hardening;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Variables are stored as JSON of plain types, never as Java objects. */
class StoredValueTest {

    private static TestEngine stock;
    private static TestEngine hardened;

    @BeforeAll
    static void startEngines() {
        stock = TestEngine.stock();
        hardened = TestEngine.hardened();
    }

    @AfterAll
    static void stopEngines() {
        stock.close();
        hardened.close();
    }

    @Test
    void javaCannotStoreAJavaSerializedObject() {
        ObjectValue value = Variables.objectValue(new ArrayList<>(List.of("legal")))
                .serializationDataFormat(Variables.SerializationDataFormats.JAVA).create();

        assertThatCode(() -> instance(stock, value)).as("works on the engine as it comes").doesNotThrowAnyException();
        assertThatThrownBy(() -> instance(hardened, value)).isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("must not be Java-serialized");
    }

    @Test
    void bytesFromOutsideCannotBecomeAJavaObject() {
        ObjectValue value = Variables.serializedObjectValue("rO0ABXQABHNvbWU=")
                .serializationDataFormat(Variables.SerializationDataFormats.JAVA).objectTypeName("java.lang.String").create();

        assertThatThrownBy(() -> instance(hardened, value)).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void aListOfTextsComesBackAsItWent() {
        String instance = instance(hardened, Variables.untypedValue(new ArrayList<>(List.of("legal", "privacy"))));

        assertThat(runtime(hardened).getVariable(instance, "value")).isEqualTo(List.of("legal", "privacy"));
        assertThat(runtime(hardened).<ObjectValue>getVariableTyped(instance, "value", false).getSerializationDataFormat())
                .isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource({"java.util.TreeMap, '{\"some\": \"value\"}'", "java.util.ArrayList<java.util.Date>, '[1700000000000]'"})
    void jsonCannotChooseWhichClassIsBuilt(String type, String content) {
        ObjectValue value = Variables.serializedObjectValue(content).serializationDataFormat("application/json")
                .objectTypeName(type).create();

        String built = instance(stock, value);
        assertThat(runtime(stock).getVariable(built, "value")).as("works on the engine as it comes").isNotNull();
        String refused = instance(hardened, value);
        assertThatThrownBy(() -> runtime(hardened).getVariable(refused, "value"))
                .isInstanceOf(ProcessEngineException.class).hasStackTraceContaining("not whitelisted");
    }

    private static String instance(TestEngine engine, Object value) {
        engine.deploy(Bpmn.createExecutableProcess("storing").startEvent().userTask().endEvent().done());
        return runtime(engine).startProcessInstanceByKey("storing", Variables.createVariables().putValue("value", value)).getId();
    }

    private static RuntimeService runtime(TestEngine engine) {
        return engine.engine.getRuntimeService();
    }
}

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

    @Test
    void jsonCannotChooseWhichClassIsBuilt() {
        ObjectValue value = Variables.serializedObjectValue("{}").serializationDataFormat("application/json")
                .objectTypeName("java.util.concurrent.atomic.AtomicInteger").create();
        ObjectValue inList = Variables.serializedObjectValue("[{}]").serializationDataFormat("application/json")
                .objectTypeName("java.util.ArrayList<org.countersign.engine.hardening.Probe>").create();

        for (ObjectValue each : List.of(value, inList)) {
            String instance = instance(hardened, each);
            assertThatThrownBy(() -> runtime(hardened).getVariable(instance, "value"))
                    .isInstanceOf(ProcessEngineException.class).hasStackTraceContaining("not whitelisted");
        }
    }

    private static String instance(TestEngine engine, Object value) {
        engine.deploy(Bpmn.createExecutableProcess("storing").startEvent().userTask().endEvent().done());
        return runtime(engine).startProcessInstanceByKey("storing", Variables.createVariables().putValue("value", value)).getId();
    }

    private static RuntimeService runtime(TestEngine engine) {
        return engine.engine.getRuntimeService();
    }
}

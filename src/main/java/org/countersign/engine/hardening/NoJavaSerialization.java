package org.countersign.engine.hardening;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.value.ObjectValue;

/**
 * Stands where the engine's serializer of Java objects stood and refuses to write or to read
 * {@code application/x-java-serialized-object}, whether the value comes from REST or from Java. Objects are stored as JSON.
 */
class NoJavaSerialization extends JavaObjectSerializer {

    @Override
    public void writeValue(ObjectValue value, ValueFields fields) {
        throw new BadUserRequestException("Variable " + fields.getName() + " must not be Java-serialized; use "
                + "application/json");
    }

    @Override
    protected Object deserializeFromByteArray(byte[] bytes, String type) {
        throw new IllegalStateException("Java-serialized variables are not read");
    }
}

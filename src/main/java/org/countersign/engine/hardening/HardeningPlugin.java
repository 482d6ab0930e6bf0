package org.countersign.engine.hardening;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.springframework.context.ConfigurableApplicationContext;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that makes the engine safer than it comes: closed ways to evaluate expressions, no Java serialization, ids that
 * cannot be mistaken for a path, and no authorization row for each task.
 */
class HardeningPlugin extends AbstractProcessEnginePlugin {

    /** Letters, digits and {@code . _ @ -}, so that mail addresses and {@code jane.doe} can be ids. */
    private static final String USER_ID = "[a-zA-Z0-9][a-zA-Z0-9._@-]*";
    private static final String GROUP_ID = "[a-zA-Z0-9][a-zA-Z0-9._-]*";

    private final ConfigurableApplicationContext context;

    HardeningPlugin(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new GuardedExpressions(context));
        engine.setCustomPreCommandInterceptorsTxRequired(
                guarded(engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                guarded(engine.getCustomPreCommandInterceptorsTxRequiresNew()));
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDefaultSerializationFormat("application/json");
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationTypeValidator(new PlainTypes());
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setUserResourceWhitelistPattern(USER_ID);
        engine.setGroupResourceWhitelistPattern(GROUP_ID);
        engine.setResourceAuthorizationProvider(new QuietAuthorizations());
        engine.setWebappsAuthenticationLoggingEnabled(true);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        VariableSerializers serializers = engine.getVariableSerializers();
        int position = serializers.getSerializerIndexByName(JavaObjectSerializer.NAME);
        serializers.removeSerializer(serializers.getSerializerByName(JavaObjectSerializer.NAME));
        serializers.addSerializer(new NoJavaSerialization(), position);
    }

    /** Each chain gets its own guards: an interceptor knows the one that follows it. */
    private static List<CommandInterceptor> guarded(List<CommandInterceptor> existing) {
        List<CommandInterceptor> all = new ArrayList<>(List.of(new AdHocQueryGuard(), new TaskExitGuard()));
        if (existing != null) {
            all.addAll(existing);
        }
        return all;
    }
}

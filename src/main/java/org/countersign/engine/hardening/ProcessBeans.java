package org.countersign.engine.hardening;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import java.util.stream.Stream;

/**
 * The beans that a diagram may name: delegates and listeners of this product. Nothing else of the application context can
 * be reached, and the methods of a bean cannot be called, only the engine does that. Asked before the variables, so that no
 * variable takes the place of a delegate.
 */
class ProcessBeans extends ResolverBase {

    private final ConfigurableListableBeanFactory beans;

    ProcessBeans(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null && property instanceof String name && named(name)) {
            context.setPropertyResolved(true);
            return beans.getBean(name);
        }
        return null;
    }

    private boolean named(String name) {
        if (!beans.containsBean(name)) {
            return false;
        }
        Class<?> type = AutoProxyUtils.determineTargetClass(beans, name);
        return type != null && type.getName().startsWith("org.countersign.")
                && Stream.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class)
                .anyMatch(role -> role.isAssignableFrom(type));
    }
}

package org.countersign.engine.hardening;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

import java.util.Set;

/**
 * Asked before every other resolver: no way to classes and reflection, and no names outside a running process. Expressions
 * in queries and stored filters are evaluated without a variable scope, so they can call functions such as
 * {@code currentUser()} but name nothing (CVE-2026-109432).
 */
class ExpressionGuard extends ResolverBase {

    private static final Set<String> FORBIDDEN = Set.of("class", "getClass");

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null && context.getContext(VariableScope.class) == null) {
            throw new ELException("Names can be used only inside a running process: " + property);
        }
        check(base, property);
        return null;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        check(base, method);
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        check(base, property);
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        check(base, property);
    }

    private static void check(Object base, Object name) {
        if (base != null && (name != null && FORBIDDEN.contains(name.toString()) || reflective(base))) {
            throw new ELException("Expressions cannot reach classes");
        }
    }

    private static boolean reflective(Object base) {
        return base instanceof Class || base instanceof ClassLoader
                || base.getClass().getName().startsWith("java.lang.reflect.");
    }
}

package org.countersign.engine.hardening;

import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The expression language as an allow-list: variables, entries of lists and maps, a few getters of the execution and the
 * task, and the names of delegates. There is no resolver for beans' properties and methods at all, so a value has none.
 */
class GuardedExpressions extends SpringExpressionManager {

    private final ConfigurableApplicationContext context;

    GuardedExpressions(ConfigurableApplicationContext context) {
        super(context);
        this.context = context;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new ExpressionGuard());
        resolvers.add(new ProcessBeans(context.getBeanFactory()));
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new VariableContextElResolver());
        resolvers.add(new ScopeGetters());
        resolvers.add(new ArrayELResolver(true));
        resolvers.add(new ListELResolver(true));
        resolvers.add(new MapELResolver(true));
        return resolvers;
    }
}

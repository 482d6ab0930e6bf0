package org.countersign.engine.hardening;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every way by which an expression can come into a task query (CVE-2026-109432), on the engine as it comes and on ours. The
 * control on the engine as it comes shows that the way is open there, so that a refusal here means something.
 */
class QueryExpressionTest {

    private static final String BEAN_CALL = "${probe.touch()}";
    private static final String DELEGATE_CALL = "${probeDelegate.touch()}";
    private static final String REFLECTION = "${''.getClass().getName()}";
    private static final String REFLECTED = "java.lang.String";

    private static TestEngine stock;
    private static TestEngine hardened;

    /** A way in that is open on the engine as it comes. */
    enum OpenWay {
        AD_HOC_OR_LIST {
            @Override
            long count(TestEngine engine, String expression) {
                return or(tasks(engine).createTaskQuery(), expression).list().size();
            }
        },
        AD_HOC_OR_COUNT {
            @Override
            long count(TestEngine engine, String expression) {
                return or(tasks(engine).createTaskQuery(), expression).count();
            }
        },
        AD_HOC_OR_PAGE {
            @Override
            long count(TestEngine engine, String expression) {
                return or(tasks(engine).createTaskQuery(), expression).listPage(0, 5).size();
            }
        },
        STORED_FILTER_LIST {
            @Override
            long count(TestEngine engine, String expression) {
                return filters(engine).list(stored(engine, tasks(engine).createTaskQuery()
                        .taskAssigneeExpression(expression))).size();
            }
        },
        STORED_FILTER_COUNT {
            @Override
            long count(TestEngine engine, String expression) {
                return filters(engine).count(stored(engine, tasks(engine).createTaskQuery()
                        .taskAssigneeExpression(expression)));
            }
        },
        STORED_FILTER_OR_LIST {
            @Override
            long count(TestEngine engine, String expression) {
                return filters(engine).list(stored(engine, or(tasks(engine).createTaskQuery(), expression))).size();
            }
        },
        STORED_FILTER_OR_COUNT {
            @Override
            long count(TestEngine engine, String expression) {
                return filters(engine).count(stored(engine, or(tasks(engine).createTaskQuery(), expression)));
            }
        },
        EXTENDED_FILTER_OR_LIST {
            @Override
            long count(TestEngine engine, String expression) {
                return filters(engine).list(stored(engine, tasks(engine).createTaskQuery()),
                        or(tasks(engine).createTaskQuery(), expression)).size();
            }
        },
        EXTENDED_FILTER_OR_COUNT {
            @Override
            long count(TestEngine engine, String expression) {
                return filters(engine).count(stored(engine, tasks(engine).createTaskQuery()),
                        or(tasks(engine).createTaskQuery(), expression));
            }
        };

        abstract long count(TestEngine engine, String expression);

        boolean adHoc() {
            return name().startsWith("AD_HOC");
        }
    }

    @BeforeAll
    static void startEngines() {
        stock = TestEngine.stock();
        hardened = TestEngine.hardened();
        stock.addTaskOf(REFLECTED);
        hardened.addTaskOf(REFLECTED);
    }

    @AfterAll
    static void stopEngines() {
        stock.close();
        hardened.close();
    }

    @ParameterizedTest
    @EnumSource
    void noQueryCallsABean(OpenWay way) {
        int before = stock.touches();
        way.count(stock, BEAN_CALL);
        assertThat(stock.touches()).as("the way is open on the engine as it comes").isGreaterThan(before);

        assertRefused(way, BEAN_CALL, "Names can be used only inside a running process");
        assertRefused(way, DELEGATE_CALL, "Names can be used only inside a running process");
    }

    @ParameterizedTest
    @EnumSource
    void noQueryReachesAClass(OpenWay way) {
        assertThat(way.count(stock, REFLECTION)).as("the way is open on the engine as it comes").isEqualTo(1);

        assertRefused(way, REFLECTION, "Expressions cannot reach classes");
        assertRefused(way, "${''.class.name}", "Expressions cannot reach classes");
        assertRefused(way, "${''['class'].name}", "Expressions cannot reach classes");
    }

    /** These two are refused by the engine as it comes; they must stay so. */
    @Test
    void plainExpressionsInQueriesStayRefused() {
        for (TestEngine engine : new TestEngine[]{stock, hardened}) {
            int before = engine.touches();
            assertThatThrownBy(() -> tasks(engine).createTaskQuery().taskAssigneeExpression(BEAN_CALL).list())
                    .isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(() -> filters(engine).list(stored(engine, tasks(engine).createTaskQuery()),
                    tasks(engine).createTaskQuery().taskAssigneeExpression(BEAN_CALL)))
                    .isInstanceOf(BadUserRequestException.class);
            assertThat(engine.touches()).isEqualTo(before);
        }
    }

    @Test
    void orQueriesWithoutExpressionsWork() {
        assertThat(tasks(hardened).createTaskQuery().or().taskAssignee(REFLECTED).taskName("x").endOr().count())
                .isEqualTo(1);
    }

    @Test
    void aStoredFilterStillKnowsWhoAsks() {
        hardened.addTaskOf("lena");
        String mine = stored(hardened, tasks(hardened).createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        hardened.engine.getIdentityService().setAuthenticatedUserId("lena");
        try {
            assertThat(filters(hardened).count(mine)).isEqualTo(1);
        } finally {
            hardened.engine.getIdentityService().clearAuthentication();
        }
    }

    private static void assertRefused(OpenWay way, String expression, String reason) {
        assertThatThrownBy(() -> way.count(hardened, expression))
                .isInstanceOf(way.adHoc() ? BadUserRequestException.class : ProcessEngineException.class)
                .satisfies(refusal -> {
                    if (!way.adHoc()) {
                        assertThat(refusal).hasStackTraceContaining(reason);
                    }
                });
        assertThat(hardened.touches()).isZero();
    }

    private static TaskQuery or(TaskQuery query, String expression) {
        return query.or().taskAssigneeExpression(expression).taskName("no such name").endOr();
    }

    private static String stored(TestEngine engine, TaskQuery query) {
        Filter filter = filters(engine).newTaskFilter("any").setQuery(query);
        return filters(engine).saveFilter(filter).getId();
    }

    private static TaskService tasks(TestEngine engine) {
        return engine.engine.getTaskService();
    }

    private static FilterService filters(TestEngine engine) {
        return engine.engine.getFilterService();
    }
}

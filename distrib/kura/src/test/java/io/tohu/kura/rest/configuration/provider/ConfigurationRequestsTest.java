/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.rest.configuration.provider;

import static io.tohu.kura.testing.Requests.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.kura.core.configuration.StoredConfiguration;
import io.tohu.kura.testing.Fakes;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.Password;
import org.eclipse.kura.configuration.metatype.OCDService;
import org.eclipse.kura.core.configuration.metatype.Tad;
import org.eclipse.kura.core.configuration.metatype.Tocd;
import org.eclipse.kura.core.configuration.metatype.Tscalar;
import org.junit.jupiter.api.Test;

class ConfigurationRequestsTest {

    private static final String UPDATE = "PUT/configurableComponents/configurations/_update";

    private final List<String> calls = new ArrayList<>();
    private final Map<String, Object> answers = new HashMap<>();
    private final ConfigurationRequests conf =
            new ConfigurationRequests(configurations(), Fakes.of(OCDService.class, Map.of()));

    private ConfigurationService configurations() {
        InvocationHandler handler = (proxy, method, args) -> {
            if (args != null && "bad".equals(args[0])) {
                throw new IllegalStateException("refused");
            }
            if (method.getReturnType() == void.class) {
                calls.add(method.getName() + Arrays.toString(args));
            } else if ("snapshot".equals(method.getName())) {
                calls.add("snapshot");
                return 7L;
            }
            return answers.get(method.getName());
        };
        return (ConfigurationService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ConfigurationService.class}, handler);
    }

    private static String property(String type, String value) {
        return "{'configs':[{'pid':'one','properties':{'x':{'type':'" + type + "','value':" + value + "}}}]}";
    }

    @Test
    void aConfigurationIsTypedAndItsPasswordsAreHidden() throws Exception {
        answers.put(
                "getComponentConfiguration",
                StoredConfiguration.of("one", null, Map.of("key", new Password("secret"))));

        assertThat(ask(conf, "POST/configurableComponents/configurations/byPid", "{'pids':['one']}"))
                .isEqualTo("200 {'configs':[{'pid':'one','properties':"
                        + "{'key':{'value':'placeholder','type':'PASSWORD'}}}]}");
    }

    @Test
    void severalValuesAreAList() throws Exception {
        answers.put("getComponentConfiguration", StoredConfiguration.of("one", null, Map.of("x", new Long[] {1L, 2L})));

        assertThat(ask(conf, "POST/configurableComponents/configurations/byPid", "{'pids':['one']}"))
                .contains("{'x':{'value':[1,2],'type':'LONG'}}");
    }

    @Test
    void aFormTellsWhatItsFieldsSayAndNothingElse() throws Exception {
        Tocd form = new Tocd();
        form.setId("f");
        form.setName("F");
        Tad field = new Tad();
        field.setId("x");
        field.setName("X");
        field.setType(Tscalar.INTEGER);
        field.setCardinality(0);
        field.setRequired(true);
        field.setMin("1");
        field.setDefault("5");
        form.addAD(field);
        answers.put("getComponentConfiguration", StoredConfiguration.of("one", form, Map.of("x", 5)));

        assertThat(ask(conf, "POST/configurableComponents/configurations/byPid", "{'pids':['one']}"))
                .isEqualTo("200 {'configs':[{'pid':'one','definition':{'ad':[{'name':'X','id':'x','type':'INTEGER',"
                        + "'cardinality':0,'min':'1','defaultValue':'5','isRequired':true}],"
                        + "'name':'F','id':'f'},"
                        + "'properties':{'x':{'value':5,'type':'INTEGER'}}}]}");
    }

    @Test
    void aSnapshotIsTakenUnlessTheRequestSaysNo() throws Exception {
        assertThat(ask(conf, UPDATE, property("INTEGER", "3"))).isEqualTo("200");
        assertThat(calls).containsExactly("updateConfiguration[one, {x=3}, false]", "snapshot");
        calls.clear();

        ask(conf, "DEL/factoryComponents/byPid", "{'pids':['one'],'takeSnapshot':false}");
        assertThat(calls).containsExactly("deleteFactoryConfiguration[one, false]");
    }

    @Test
    void oneBadPropertyKeepsAnUpdateFromChangingAnything() throws Exception {
        assertThat(ask(conf, UPDATE, property("INTEGER", "'x'")))
                .startsWith("400 {'message':'Invalid property value for x:");
        assertThat(ask(conf, UPDATE, property("NUMBER", "3")))
                .startsWith("400 ")
                .contains("type");
        assertThat(ask(conf, UPDATE, "{'configs':[{'pid':'one'}]}")).contains("properties", "is required");
        assertThat(calls).isEmpty();
    }

    @Test
    void everyNumberGoesThroughADoubleAsInKura() throws Exception {
        ask(conf, UPDATE, property("LONG", "9007199254740993"));
        ask(conf, UPDATE, property("INTEGER", "3.9"));

        assertThat(calls.get(0)).contains("{x=9007199254740992}");
        assertThat(calls.get(2)).contains("{x=3}");
    }

    @Test
    void oneInstanceThatCannotBeCreatedDoesNotKeepTheOthers() throws Exception {
        String answer = ask(
                conf,
                "POST/factoryComponents",
                "{'configs':[{'pid':'none'},{'pid':'one','factoryPid':'bad'},{'pid':'two','factoryPid':'F'}]}");

        assertThat(answer)
                .startsWith("500 {'failures':[{'")
                .contains("'create:none'", "factoryPid", "'create:one'", "'refused'");
        assertThat(calls).containsExactly("createFactoryConfiguration[F, two, {}, false]", "snapshot");
    }

    @Test
    void snapshotsAreListedTakenAndRead() throws Exception {
        answers.put("getSnapshots", Set.of(12L, 3L));

        assertThat(ask(conf, "GET/snapshots", null)).isEqualTo("200 {'ids':[3,12]}");
        assertThat(ask(conf, "EXEC/snapshots/_write", null)).isEqualTo("200 {'id':7}");
        answers.put("getSnapshot", List.of(StoredConfiguration.of("one", null, Map.of("x", 5))));
        assertThat(ask(conf, "POST/snapshots/byId", "{'id':12}"))
                .isEqualTo("200 {'configs':[{'pid':'one','properties':{'x':{'value':5,'type':'INTEGER'}}}]}");
        assertThat(ask(conf, "POST/snapshots/byId", "{}")).startsWith("400 ");
    }
}

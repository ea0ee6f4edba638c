/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.rest.wire.provider;

import static io.tohu.kura.testing.Requests.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.kura.core.configuration.StoredConfiguration;
import io.tohu.kura.testing.Fakes;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.metatype.OCDService;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.graph.MultiportWireConfiguration;
import org.eclipse.kura.wire.graph.WireComponentConfiguration;
import org.eclipse.kura.wire.graph.WireGraphConfiguration;
import org.eclipse.kura.wire.graph.WireGraphService;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

class WireRequestsTest {

    private static final String ASSET = "org.eclipse.kura.wire.WireAsset";
    private static final String PUT = "PUT/graph/snapshot";
    private static final String GRAPH = "org.eclipse.kura.wire.graph.WireGraphService";

    private final List<String> changes = new ArrayList<>();
    private KuraException refusal;
    private WireGraphConfiguration graph = new WireGraphConfiguration(List.of(), List.of());

    private final WireRequests wire = new WireRequests(
            new WireMetadata(
                    Fakes.of(BundleContext.class, Map.of("getServiceReferences", List.of())),
                    () -> List.of(
                            factory("F", Map.of(), WireEmitter.class, WireReceiver.class),
                            factory("D", Map.of(), Driver.class),
                            factory(ASSET, Map.of(), Asset.class, WireEmitter.class),
                            factory("M", ports(), WireEmitter.class)),
                    Fakes.of(OCDService.class, Map.of("getServiceProviderOCDs", List.of()))),
            new WireGraphService() {
                @Override
                public void update(WireGraphConfiguration wanted) throws KuraException {
                    if (refusal != null) {
                        throw refusal;
                    }
                    graph = wanted;
                }

                @Override
                public void delete() {
                    changes.add("delete");
                }

                @Override
                public WireGraphConfiguration get() {
                    return graph;
                }
            },
            (ConfigurationService) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {ConfigurationService.class}, (proxy, method, args) -> {
                        changes.add(method.getName() + (args == null ? "" : " " + args[0]));
                        return "snapshot".equals(method.getName()) ? 1L : null;
                    }),
            Fakes.of(CryptoService.class, Map.of()));

    private static ComponentDescriptionDTO factory(String name, Map<String, Object> properties, Class<?>... services) {
        ComponentDescriptionDTO factory = new ComponentDescriptionDTO();
        factory.name = name;
        factory.properties = properties;
        factory.serviceInterfaces = Arrays.stream(services).map(Class::getName).toArray(String[]::new);
        return factory;
    }

    private static Map<String, Object> ports() {
        return Map.of(
                "input.cardinality.minimum",
                0,
                "input.cardinality.maximum",
                0,
                "input.cardinality.default",
                0,
                "output.cardinality.minimum",
                2,
                "output.cardinality.maximum",
                2,
                "output.cardinality.default",
                2,
                "output.port.names",
                new String[] {"0=then", "1=out1", "7=else"});
    }

    private static String configuration(String pid, String factoryPid) {
        return "{'pid':'" + pid + "','properties':{'service.factoryPid':{'type':'STRING','value':'" + factoryPid
                + "'},'a':{'type':'INTEGER','value':1}}}";
    }

    private static String graph(String pid) {
        return "{'pid':'" + GRAPH + "','properties':{'WireGraph':{'type':'STRING','value':"
                + "'{\\'components\\':[{\\'pid\\':\\'" + pid
                + "\\',\\'inputPortCount\\':1,\\'outputPortCount\\':1}],\\'wires\\':[]}'}}}";
    }

    private static String configs(String... configurations) {
        return "{'configs':[" + String.join(",", configurations) + "]}";
    }

    @Test
    void aGraphIsAppliedWithTheConfigurationsThatComeAlong() throws Exception {
        assertThat(ask(wire, PUT, configs(graph("one"), configuration("one", "F"), configuration("drv", "D"))))
                .isEqualTo("200");

        assertThat(graph.getWireComponentConfigurations()).singleElement().satisfies(one -> assertThat(
                        one.getConfiguration().getConfigurationProperties())
                .containsEntry("a", 1)
                .containsEntry("service.factoryPid", "F"));
        assertThat(changes).containsExactly("updateConfiguration drv", "snapshot");
    }

    @Test
    void anAssetOutsideTheGraphIsDeletedAndCreatedAnew() throws Exception {
        assertThat(ask(wire, PUT, configs(graph("one"), configuration("asset", ASSET))))
                .isEqualTo("200");

        assertThat(changes)
                .containsExactly("deleteFactoryConfiguration asset", "createFactoryConfiguration " + ASSET, "snapshot");
    }

    @Test
    void aRequestWithoutGraphOrWithSomethingElseIsRefusedInKurasWords() throws Exception {
        assertThat(ask(wire, PUT, configs())).contains("Configuration for").startsWith("400 ");
        assertThat(ask(wire, PUT, configs("{'pid':'" + GRAPH + "','properties':{}}")))
                .contains("must be set and of STRING type")
                .startsWith("400 ");
        assertThat(ask(wire, PUT, configs(graph("one"), configuration("x", "no"))))
                .contains("is not a Wire Component, Asset or Driver factory pid")
                .startsWith("400 ");
        assertThat(ask(wire, PUT, configs(graph("one"), configuration("two", "F"))))
                .contains("is not referenced by the Wire Graph")
                .startsWith("400 ");
    }

    @Test
    void aGraphThatIsRefusedIs400AndOneThatFailsIsAPartOfTheAnswer() throws Exception {
        refusal = new KuraException(KuraErrorCode.BAD_REQUEST);
        assertThat(ask(wire, PUT, configs(graph("one")))).startsWith("400 ");

        refusal = new KuraException(KuraErrorCode.CONFIGURATION_UPDATE, "x");
        assertThat(ask(wire, PUT, configs(graph("one"))))
                .startsWith("500 {'failures':[{'id':'updateGraph','message':'");
    }

    @Test
    void theGraphIsToldAsTextAmongItsComponents() throws Exception {
        graph = new WireGraphConfiguration(
                List.of(new WireComponentConfiguration(
                        StoredConfiguration.of("one", null, Map.of("a", 1)),
                        Map.of("inputPortCount", 1, "outputPortCount", 0))),
                List.of(new MultiportWireConfiguration("one", "two", 0, 1)));

        String text = "{'components':[{'pid':'one','inputPortCount':1,'outputPortCount':0,'renderingProperties':"
                + "{'position':{},'inputPortNames':{},'outputPortNames':{}}}],"
                + "'wires':[{'emitter':'one','emitterPort':0,'receiver':'two','receiverPort':1}]}";
        assertThat(ask(wire, "GET/graph/snapshot", null))
                .contains("{'pid':'one','properties':{'a':{'value':1,'type':'INTEGER'}}}")
                .startsWith("200 {'configs':[{'pid':'" + GRAPH + "','properties':{'WireGraph':{'value':'"
                        + text.replace("'", "\\'"));
        assertThat(ask(wire, "GET/graph/topology", null)).isEqualTo("200 " + text);
    }

    @Test
    void portsComeFromTheServicesOrFromTheComponentsProperties() throws Exception {
        assertThat(ask(wire, "GET/metadata", null))
                .startsWith("200 {'wireComponentDefinitions':[{'factoryPid':'F',"
                        + "'minInputPorts':1,'maxInputPorts':1,'defaultInputPorts':1,"
                        + "'minOutputPorts':1,'maxOutputPorts':1,'defaultOutputPorts':1},")
                .contains("{'factoryPid':'M','minInputPorts':0,'maxInputPorts':0,'defaultInputPorts':0,"
                        + "'minOutputPorts':2,'maxOutputPorts':2,'defaultOutputPorts':2,"
                        + "'outputPortNames':{'0':'then'}}");
    }

    @Test
    void aListThatIsEmptyIsAbsentFromTheMetadata() throws Exception {
        assertThat(ask(wire, "GET/metadata", null))
                .doesNotContain("driverChannelDescriptors", "driverOCDs")
                .contains("'assetChannelDescriptor':[{", "'id':'+listen'");
    }

    @Test
    void theGraphIsDeleted() throws Exception {
        assertThat(ask(wire, "DEL/graph", null)).isEqualTo("200");
        assertThat(changes).containsExactly("delete");
    }
}

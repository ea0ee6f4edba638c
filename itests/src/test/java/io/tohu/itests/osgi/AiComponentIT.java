/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.tohu.packaging.ModelBundleWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.inject.Inject;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireSupport;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Wire;

/** Kura's own AI component with a model of ours: a timer's record goes in, a scalar an output comes out. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class AiComponentIT {

    private static final long DEADLINE_MILLIS = 30_000;
    private static final String ENGINE = "io.tohu.inference.OnnxInferenceEngine";
    private static final String GRAPH = "org.eclipse.kura.wire.graph.WireGraphService";

    /** A graph that adds its input of one value to itself. */
    private static final String DOUBLING =
            "CAc6VQoYCgNyb3cKA3JvdxIHZG91YmxlZCIDQWRkEgdkb3VibGVkWhUKA3JvdxIOCgwIARIICgII"
                    + "AQoCCAFiGQoHZG91YmxlZBIOCgwIARIICgIIAQoCCAFCBAoAEA0=";

    private static final String CARD = "{\"name\": \"doubling\", \"version\": \"1.0.0\", \"task\": \"regression\","
            + " \"features\": [{\"name\": \"TIMER\", \"unit\": \"ms\"}],"
            + " \"sha256\": \"a18d2dc4e2981320c02a265c62e4d464e3d8845a048daa242e28435c13efb029\"}";
    private static final String GOLDEN =
            "{\"tolerance\": 0.001, \"samples\": [{\"inputs\": {\"row\": [2]}, \"outputs\": {\"doubled\": [4]}}]}";

    @Inject
    private BundleContext context;

    @Inject
    private ConfigurationService configurations;

    @Inject
    private WireHelperService helper;

    private final List<Object> results = new CopyOnWriteArrayList<>();

    @Configuration
    public Option[] gateway() throws Exception {
        TestGateway gateway = new TestGateway();
        Path model = gateway.folder().resolve("doubling.jar");
        ModelBundleWriter.write(
                model,
                "test.doubling",
                "1.0.0",
                "doubling",
                "1.0.0",
                Map.of(
                        "model.onnx", Base64.getDecoder().decode(DOUBLING),
                        "card.json", CARD.getBytes(StandardCharsets.UTF_8),
                        "golden.json", GOLDEN.getBytes(StandardCharsets.UTF_8)));
        return gateway.withAllPackages().withBundle(model).options();
    }

    /** Keeps what the AI component emits. */
    private final class Receiver implements WireReceiver {
        private final WireSupport wires;

        @SuppressWarnings("unchecked")
        Receiver() {
            ServiceRegistration<?> registration = context.registerService(
                    new String[] {WireComponent.class.getName(), Consumer.class.getName()},
                    this,
                    new Hashtable<>(Map.of("kura.service.pid", "sink", "service.pid", "service-sink")));
            wires = helper.newWireSupport(this, (ServiceReference<WireComponent>) registration.getReference());
        }

        @Override
        public void onWireReceive(WireEnvelope envelope) {
            envelope.getRecords()
                    .forEach(result ->
                            results.add(result.getProperties().get("doubled").getValue()));
        }

        @Override
        public void updated(Wire wire, Object value) {
            wires.updated(wire, value);
        }

        @Override
        public void producersConnected(Wire[] connected) {
            wires.producersConnected(connected);
        }
    }

    /** The model was refused before for it is not signed: the verifier's settings decide, and are asked again. */
    @Before
    public void allowUnsignedModels() throws Exception {
        configurations.updateConfiguration("io.tohu.trust.Verifier", Map.of("unsigned.allowed", true), false);
    }

    @Test
    public void theStockAiComponentScoresWithATabularModelOfOurs() throws Exception {
        configurations.createFactoryConfiguration(
                "org.eclipse.kura.wire.Timer",
                "tmr",
                Map.of("simple.interval", 20, "simple.time.unit", "MILLISECONDS"),
                false);
        configurations.createFactoryConfiguration(
                "org.eclipse.kura.wire.AIComponent",
                "ai",
                Map.of(
                        "InferenceEngineService.target",
                        "(kura.service.pid=" + ENGINE + ")",
                        "inference.model.name",
                        "doubling"),
                false);
        new Receiver();
        configurations.updateConfiguration(
                GRAPH,
                Map.of(
                        "WireGraph",
                        "{\"components\":[],\"wires\":["
                                + "{\"emitter\":\"tmr\",\"emitterPort\":0,\"receiver\":\"ai\",\"receiverPort\":0},"
                                + "{\"emitter\":\"ai\",\"emitterPort\":0,\"receiver\":\"sink\",\"receiverPort\":0}]}"),
                false);

        assertThat(Await.until(DEADLINE_MILLIS, () -> results.size() > 3)).isTrue();
        assertThat(results).allSatisfy(value -> assertThat((Float) value)
                .isCloseTo(2f * System.currentTimeMillis(), withPercentage(1)));
    }
}

/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.ai.component.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import io.tohu.kura.testing.Configs;
import io.tohu.kura.testing.RecordingSupport;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.ai.inference.InferenceEngineService;
import org.eclipse.kura.ai.inference.ModelInfo;
import org.eclipse.kura.ai.inference.Tensor;
import org.eclipse.kura.ai.inference.TensorDescriptor;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;
import org.junit.jupiter.api.Test;

class AiComponentTest {

    private final List<String> calls = new ArrayList<>();
    private final RecordingSupport wires = new RecordingSupport();
    private final AiComponent component = new AiComponent(wires, config());
    private boolean loaded = true;
    private String version = "1";
    private List<Integer> answer = List.of(7);

    private static AiConfig config() {
        return Configs.of(AiConfig.class, Map.of("inference.model.name", "m"));
    }

    private static TensorDescriptor descriptor(String name) {
        return TensorDescriptor.builder(name, "INT32", List.of(1L)).build();
    }

    private InferenceEngineService engine(String name) {
        return (InferenceEngineService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {InferenceEngineService.class}, (proxy, method, args) -> {
                    if ("toString".equals(method.getName())) {
                        return name;
                    }
                    calls.add(name + " " + method.getName());
                    return switch (method.getName()) {
                        case "isEngineReady" -> true;
                        case "isModelLoaded" -> loaded;
                        case "getModelInfo" -> Optional.of(ModelInfo.builder("m")
                                .version(version)
                                .addInputDescriptor(descriptor("x"))
                                .addOutputDescriptor(descriptor("y"))
                                .build());
                        case "infer" -> {
                            calls.add("version "
                                    + ((ModelInfo) args[0]).getVersion().orElseThrow());
                            calls.add("inputs " + ((List<?>) args[1]).size());
                            yield List.of(new Tensor(Integer.class, descriptor("y"), answer));
                        }
                        default -> null;
                    };
                });
    }

    private void receive(String... names) {
        Map<String, TypedValue<?>> properties = new HashMap<>();
        for (String each : names) {
            properties.put(each, TypedValues.newIntegerValue(1));
        }
        component.onWireReceive(new WireEnvelope("timer", List.of(new WireRecord(properties))));
    }

    @Test
    void aModelIsLoadedOnlyWhenItIsLoadedAlreadyAsInKura() {
        component.bind(engine("one"));
        loaded = false;
        receive("x");
        assertThat(calls).doesNotContain("one loadModel");

        loaded = true;
        component.modified(config());
        receive("x");
        assertThat(calls).contains("one loadModel");
    }

    @Test
    void anOldDescriptionArrivesUntilTheConfigurationChangesAsInKura() {
        component.bind(engine("one"));
        receive("x");
        version = "2";
        receive("x");
        assertThat(calls).contains("version 1").doesNotContain("version 2");

        component.modified(config());
        receive("x");
        assertThat(calls).contains("version 2");
    }

    @Test
    void anEngineThatHasGoneIsCalledOnAsInKura() {
        InferenceEngineService engine = engine("gone");
        component.bind(engine);
        component.unbind(engine);

        receive("x");

        assertThat(calls).contains("gone infer");
    }

    @Test
    void inputsGoByNameOthersAreIgnoredAndAMissingOneEmitsNothing() {
        component.bind(engine("one"));
        receive("x", "other");
        receive("other");

        assertThat(calls).containsOnlyOnce("inputs 1");
        assertThat(wires.records()).containsExactly(Map.of("y", TypedValues.newIntegerValue(7)));
    }

    @Test
    void anOutputOfAnotherLengthThanOneEmitsNothing() {
        component.bind(engine("one"));
        answer = List.of(1, 2);

        receive("x");

        assertThat(wires.records()).isEmpty();
    }

    /** Two components on two threads mix each other up: what one asks for, the other gets. */
    @Test
    void oneAdapterIsSharedByAllInstancesAsInKura() {
        Tensors first = Tensors.of(List.of(descriptor("x")));
        Tensors.of(List.of(descriptor("a"), descriptor("b")));

        assertThat(catchException(() -> first.read(new WireRecord(Map.of("x", TypedValues.newIntegerValue(1))))))
                .isNotNull();
    }
}

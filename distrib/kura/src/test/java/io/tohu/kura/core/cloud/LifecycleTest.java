/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.cloud;

import static io.tohu.kura.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.kura.data.DataService;
import org.eclipse.kura.message.KuraPayload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private static final CloudOptions OPTIONS = new CloudOptions("desk", "$EDC", false, true);

    private final List<String> told = new CopyOnWriteArrayList<>();
    private Lifecycle lifecycle;

    @AfterEach
    void stop() {
        lifecycle.close();
    }

    private void start(Duration delay) {
        DataService data = (DataService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataService.class}, (proxy, method, args) -> {
                    String topic = args[0].toString();
                    told.add(topic.substring(topic.lastIndexOf('/') + 1) + " qos " + args[2] + " priority " + args[4]);
                    return 7;
                });
        lifecycle = new Lifecycle("test", data, delay);
    }

    @Test
    void birthGoesWithQosOneAndGoodbyeWithZeroBothBeforeAnythingElse() {
        start(Duration.ZERO);

        lifecycle.tellBirthNow(OPTIONS, new KuraPayload());
        lifecycle.tellDisconnect(OPTIONS);

        assertThat(told).containsExactly("BIRTH qos 1 priority 0", "DC qos 0 priority 0");
    }

    @Test
    void manyChangesAreToldOnceSomeTimeAfterTheLast() {
        start(Duration.ofMillis(1500));

        List<String> early = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 5; i++) {
            lifecycle.tellBirthSoon(() -> OPTIONS, () -> {
                early.add("told half a minute after a change that was not the last");
                return new KuraPayload();
            });
        }
        lifecycle.tellAppsSoon(() -> OPTIONS, KuraPayload::new);

        eventually("both are told", () -> told.size() > 1);
        assertThat(told).containsExactly("BIRTH qos 1 priority 0", "APPS qos 1 priority 0");
        assertThat(early).isEmpty();
        assertThat(Lifecycle.KURAS_DELAY).isEqualTo(Duration.ofSeconds(30));
    }
}

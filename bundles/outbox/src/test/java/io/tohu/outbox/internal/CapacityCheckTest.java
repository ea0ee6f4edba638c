/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.junit.jupiter.api.Test;

class CapacityCheckTest {

    private static ConfigurationService withCapacity(Object capacity) {
        ComponentConfiguration configuration = (ComponentConfiguration) Proxy.newProxyInstance(
                CapacityCheckTest.class.getClassLoader(),
                new Class<?>[] {ComponentConfiguration.class},
                (proxy, method, args) -> method.getName().equals("getConfigurationProperties")
                        ? Map.of("store.capacity", capacity)
                        : null);
        return (ConfigurationService) Proxy.newProxyInstance(
                CapacityCheckTest.class.getClassLoader(),
                new Class<?>[] {ConfigurationService.class},
                (proxy, method, args) -> args[0].equals("data") ? configuration : null);
    }

    @Test
    void aCapacityBelowTheQueuesIsSaid() {
        assertThat(CapacityCheck.warn("data", 1_000_000, withCapacity(10_000))).isTrue();
        assertThat(CapacityCheck.warn("data", 1_000_000, withCapacity(Integer.MAX_VALUE)))
                .isFalse();
    }

    @Test
    void whatIsNotKnownIsNotWarnedOf() {
        assertThat(CapacityCheck.warn("other", 1_000_000, withCapacity(10))).isFalse();
        assertThat(CapacityCheck.warn("data", 1_000_000, withCapacity("nonsense")))
                .isFalse();
        assertThat(CapacityCheck.warn("data", 1_000_000, null)).isFalse();
    }
}

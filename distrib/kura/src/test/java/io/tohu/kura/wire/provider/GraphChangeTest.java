/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.kura.core.configuration.StoredConfiguration;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.wire.graph.WireComponentConfiguration;
import org.eclipse.kura.wire.graph.WireGraphConfiguration;
import org.junit.jupiter.api.Test;

class GraphChangeTest {

    private static final String TIMER = "org.eclipse.kura.wire.Timer";
    private static final String ASSET = "org.eclipse.kura.wire.WireAsset";

    @Test
    void whatIsNewIsCreatedAndWhatIsGoneIsDeleted() throws KuraException {
        GraphChange change = GraphChange.between(graph(component("old", TIMER)), graph(component("new", TIMER)));

        assertThat(change.toDelete()).containsExactly("old");
        assertThat(change.toCreate())
                .extracting(component -> component.getConfiguration().getPid())
                .containsExactly("new");
        assertThat(change.toUpdate()).isEmpty();
    }

    @Test
    void whatStaysIsUpdatedOnlyWhenItsConfigurationComesAlong() throws KuraException {
        GraphChange change = GraphChange.between(
                graph(component("a", TIMER), component("b", TIMER)),
                graph(component("a", TIMER), component("b", null)));

        assertThat(change.toDelete()).isEmpty();
        assertThat(change.toCreate()).isEmpty();
        assertThat(change.toUpdate()).extracting("pid").containsExactly("a");
    }

    @Test
    void anAssetThatComesAlongIsDeletedAndCreatedAgainAsInKura() throws KuraException {
        GraphChange change = GraphChange.between(graph(component("pump", ASSET)), graph(component("pump", ASSET)));

        assertThat(change.toDelete()).containsExactly("pump");
        assertThat(change.toCreate()).hasSize(1);
    }

    @Test
    void anAssetThatLeavesTheGraphStaysAsInKura() throws KuraException {
        assertThat(GraphChange.between(graph(component("pump", ASSET)), graph()).toDelete())
                .isEmpty();
    }

    @Test
    void aNewComponentWithoutFactoryIsRefusedByName() {
        assertThatThrownBy(() -> GraphChange.between(graph(), graph(component("x", null))))
                .isInstanceOf(KuraException.class)
                .hasMessageContaining("x");
    }

    @Test
    void aComponentWithoutNumbersOfPortsIsRefusedByName() {
        WireComponentConfiguration portless =
                new WireComponentConfiguration(StoredConfiguration.of("y", null, Map.of()), Map.of());

        assertThatThrownBy(() -> GraphChange.between(graph(), graph(portless)))
                .isInstanceOf(KuraException.class)
                .hasMessageContaining("y");
    }

    private static WireGraphConfiguration graph(WireComponentConfiguration... components) {
        return new WireGraphConfiguration(List.of(components), List.of());
    }

    private static WireComponentConfiguration component(String pid, String factory) {
        Map<String, Object> properties = factory == null ? null : Map.of("service.factoryPid", factory);
        return new WireComponentConfiguration(
                StoredConfiguration.of(pid, null, properties), Map.of("inputPortCount", 0, "outputPortCount", 1));
    }
}

/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.wire.graph;

import java.util.Collections;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The components and wires of a graph. */
@ProviderType
public class WireGraphConfiguration {

    private final List<WireComponentConfiguration> wireComponentConfigurations;
    private final List<MultiportWireConfiguration> wireConfigurations;

    public WireGraphConfiguration(
            List<WireComponentConfiguration> wireComponentConfigurations,
            List<MultiportWireConfiguration> wireConfigurations) {
        this.wireComponentConfigurations = Collections.unmodifiableList(wireComponentConfigurations);
        this.wireConfigurations = Collections.unmodifiableList(wireConfigurations);
    }

    public List<WireComponentConfiguration> getWireComponentConfigurations() {
        return wireComponentConfigurations;
    }

    public List<MultiportWireConfiguration> getWireConfigurations() {
        return wireConfigurations;
    }
}

/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.gateway;

import java.util.Map;
import org.eclipse.kura.configuration.ConfigurableComponent;

/** Runs inside the gateway, from a package that the test makes; tells on standard output what it was given. */
public final class LateComponent implements ConfigurableComponent {

    public void activate(Map<String, Object> properties) {
        System.out.println("LATE " + properties.get("kura.service.pid") + " " + properties.get("limit") + " "
                + properties.get("service.factoryPid"));
    }

    public void deactivate() {
        System.out.println("LATE stopped");
    }
}

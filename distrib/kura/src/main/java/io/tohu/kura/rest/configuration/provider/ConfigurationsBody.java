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

import io.tohu.kura.request.handler.jaxrs.RequestFailure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The JSON of a request about configurations, {@code {"pids": […]}} or {@code {"configs": […], "takeSnapshot": true}}. */
public final class ConfigurationsBody {

    private List<String> pids;
    private List<ConfigurationJson> configs;
    private Boolean takeSnapshot;
    private Long id;

    /** @throws RequestFailure when they are not given */
    public Set<String> pids() throws RequestFailure {
        return new LinkedHashSet<>(RequestFailure.required("pids", pids));
    }

    /** @throws RequestFailure when they are not given */
    public List<ConfigurationJson> configs() throws RequestFailure {
        return RequestFailure.required("configs", configs);
    }

    /** @throws RequestFailure when the number of a snapshot is not given */
    long id() throws RequestFailure {
        return RequestFailure.required("id", id);
    }

    /** True when it is not given, as in Kura. */
    boolean takeSnapshot() {
        return takeSnapshot == null || takeSnapshot;
    }
}

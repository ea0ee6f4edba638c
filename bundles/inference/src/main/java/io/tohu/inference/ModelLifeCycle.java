/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Commands on the versions of a model. Each is journalled before it takes effect, so that it outlives a power cut;
 * scoring goes on meanwhile, and a call that has begun ends on the version it began with.
 */
@ProviderType
public interface ModelLifeCycle {

    /**
     * Makes a version active, in one step; the former one stays loaded until the new one has proven itself. Also
     * brings back a version that was rolled back.
     *
     * @throws LifeCycleException when the version is not there or can no longer be loaded
     */
    void promote(String model, String version) throws LifeCycleException;

    /**
     * Lets a version score the windows of the active one, without a say.
     *
     * @throws LifeCycleException when the version is not there, is active itself, or does not score windows
     */
    void shadow(String model, String version) throws LifeCycleException;

    /**
     * Makes the former version active again and holds the present one: it is not promoted by itself any more.
     *
     * @return the version that is active now
     * @throws LifeCycleException when there is no former version
     */
    String rollback(String model) throws LifeCycleException;

    /**
     * Takes a version away and deletes what was kept of it. A bundle that still holds it does not bring it back until
     * that bundle is updated or installed anew.
     *
     * @throws LifeCycleException when the version is not there, or is active: promote another one before
     */
    void retire(String model, String version) throws LifeCycleException;

    /** How the present trial in shadow stands; empty when none is running. */
    Optional<ShadowReport> shadowReport(String model);

    /** What is counted of a model; empty when none of its versions is active. */
    Optional<ModelMetrics> metrics(String model);

    /** The same as {@link ModelRegistry#models()}. */
    List<ModelStatus> models();
}

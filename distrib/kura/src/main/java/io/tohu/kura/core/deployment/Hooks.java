/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.deployment;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.eclipse.kura.deployment.hook.DeploymentHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hooks that are there, and which of them is for which type of request. */
final class Hooks {

    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);

    private final Map<String, DeploymentHook> hooks = new HashMap<>();
    private final Properties associations = new Properties();

    /** A second hook with the same pid is not taken. */
    synchronized void add(String pid, DeploymentHook hook) {
        if (pid == null || hooks.putIfAbsent(pid, hook) != null) {
            LOG.warn("A deployment hook with the pid {} is not used: the pid is missing or taken", pid);
        }
    }

    synchronized void remove(String pid, DeploymentHook hook) {
        hooks.remove(pid, hook);
    }

    /** @param text one {@code type=pid} a line */
    synchronized void associate(String text) {
        associations.clear();
        try {
            associations.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("deployment.hook.associations cannot be read: {}", e.getMessage());
        }
    }

    /**
     * The hook for a request; null for a request without a type, which never meets one.
     *
     * @throws IllegalArgumentException when there is none for its type
     */
    synchronized DeploymentHook of(PackageRequest request) {
        if (request.type() == null) {
            return null;
        }
        DeploymentHook hook = hooks.get(associations.getProperty(request.type(), ""));
        if (hook == null) {
            throw new IllegalArgumentException("No deployment hook is there for request.type " + request.type());
        }
        return hook;
    }
}

/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.configuration;

import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.SelfConfiguringComponent;
import org.eclipse.kura.configuration.metatype.AD;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the components that keep their configuration themselves; what they answer is checked before it is believed. */
final class SelfConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SelfConfiguration.class);

    private final BundleContext context;

    SelfConfiguration(BundleContext context) {
        this.context = context;
    }

    /** Empty when the component is gone, fails, answers for another pid, or with a type its own form does not have. */
    Optional<ComponentConfiguration> of(String pid) {
        try {
            for (ServiceReference<SelfConfiguringComponent> each :
                    context.getServiceReferences(SelfConfiguringComponent.class, null)) {
                if (pid.equals(each.getProperty(ConfigurationService.KURA_SERVICE_PID))) {
                    return checked(pid, context.getService(each).getConfiguration());
                }
            }
        } catch (KuraException e) {
            LOG.error("Component '{}' does not tell its configuration: {}", pid, e.getMessage());
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return Optional.empty();
    }

    static Optional<ComponentConfiguration> checked(String pid, ComponentConfiguration answer) {
        if (!pid.equals(answer.getPid())) {
            LOG.error("Component '{}' tells a configuration of another pid", pid);
            return Optional.empty();
        }
        Map<String, Object> properties = answer.getConfigurationProperties();
        if (answer.getDefinition() != null && properties != null) {
            for (AD each : answer.getDefinition().getAD()) {
                Object value = properties.get(each.getId());
                if (value != null && ValueType.of(value) != ValueType.of(each.getType())) {
                    LOG.error(
                            "Component '{}' tells a configuration whose {} is no {}",
                            pid,
                            each.getId(),
                            each.getType());
                    return Optional.empty();
                }
            }
        }
        return Optional.of(answer);
    }
}

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

import java.util.Optional;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.SelfConfiguringComponent;
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
        ServiceReference<?> reference = reference(pid);
        if (reference == null) {
            return Optional.empty();
        }
        Object service = context.getService(reference);
        try {
            if (!(service instanceof SelfConfiguringComponent component)) {
                return Optional.empty();
            }
            return checked(pid, component.getConfiguration());
        } catch (KuraException e) {
            LOG.error("Component '{}' does not tell its configuration: {}", pid, e.getMessage());
            return Optional.empty();
        } finally {
            context.ungetService(reference);
        }
    }

    private static Optional<ComponentConfiguration> checked(String pid, ComponentConfiguration answer) {
        if (answer == null || !pid.equals(answer.getPid())) {
            LOG.error("Component '{}' tells a configuration of another pid", pid);
            return Optional.empty();
        }
        if (answer.getDefinition() != null && answer.getConfigurationProperties() != null) {
            Optional<String> wrong = Validation.wrongType(answer.getDefinition(), answer.getConfigurationProperties());
            if (wrong.isPresent()) {
                LOG.error("Component '{}' tells a configuration that its form does not allow: {}", pid, wrong.get());
                return Optional.empty();
            }
        }
        return Optional.of(answer);
    }

    private ServiceReference<?> reference(String pid) {
        try {
            ServiceReference<?>[] all = context.getServiceReferences(SelfConfiguringComponent.class.getName(), null);
            for (ServiceReference<?> each : all == null ? new ServiceReference<?>[0] : all) {
                if (pid.equals(each.getProperty(ConfigurationService.KURA_SERVICE_PID))) {
                    return each;
                }
            }
            return null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

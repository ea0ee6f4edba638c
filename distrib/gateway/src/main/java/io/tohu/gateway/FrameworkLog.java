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

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;

/**
 * Shows what framework, declarative services, configuration and deployment admin log through OSGi's own log service,
 * which nobody would see otherwise: a component that cannot be activated among it.
 */
record FrameworkLog(Bundle system) implements LogListener {

    /** Logs what it throws as well; the deployment agent tells it once, with the package's file. */
    private static final String TOLD_ELSEWHERE = "org.apache.felix.deploymentadmin";

    void open() {
        BundleContext context = system.getBundleContext();
        ServiceReference<LogReaderService> reference = context.getServiceReference(LogReaderService.class);
        if (reference != null) {
            context.getService(reference).addLogListener(this);
        }
    }

    @Override
    public void logged(LogEntry entry) {
        boolean shown = entry.getLogLevel() == LogLevel.WARN || entry.getLogLevel() == LogLevel.ERROR;
        if (shown && !TOLD_ELSEWHERE.equals(source(entry)) && !isLateWhileStopping(entry)) {
            print(entry.getLogLevel().name(), source(entry), entry.getMessage(), entry.getException());
        }
    }

    /** Events that were on their way to a bundle when the gateway was told to stop. */
    private boolean isLateWhileStopping(LogEntry entry) {
        boolean stopping = system.getState() != Bundle.ACTIVE && system.getState() != Bundle.STARTING;
        return stopping && entry.getException() instanceof IllegalStateException;
    }

    private static String source(LogEntry entry) {
        return entry.getBundle() == null ? "framework" : entry.getBundle().getSymbolicName();
    }

    private static void print(String level, String source, String message, Throwable failure) {
        String text = message == null ? "" : message;
        Console.line("osgi", level, source, failure == null ? text : text + ": " + Console.describe(failure));
    }
}

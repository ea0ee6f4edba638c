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
record FrameworkLog(BundleContext context) implements LogListener {

    void open() {
        ServiceReference<LogReaderService> reference = context.getServiceReference(LogReaderService.class);
        if (reference != null) {
            context.getService(reference).addLogListener(this);
        }
    }

    @Override
    public void logged(LogEntry entry) {
        if (entry.getLogLevel() == LogLevel.WARN || entry.getLogLevel() == LogLevel.ERROR) {
            print(entry.getLogLevel().name(), entry.getBundle(), entry.getMessage(), entry.getException());
        }
    }

    private static void print(String level, Bundle source, String message, Throwable failure) {
        String text = message == null ? "" : message;
        Console.line(
                level,
                source == null ? "framework" : source.getSymbolicName(),
                failure == null ? text : text + ": " + Console.describe(failure));
    }
}

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
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContext;
import org.eclipse.kura.message.KuraPayload;

/** The metrics of one request, and who asked; a metric of another type than Kura's makes the request a bad one. */
final class PackageRequest {

    private static final int CONNECT_MILLIS = 4000;

    private final KuraPayload metrics;
    private final RequestHandlerContext context;

    PackageRequest(KuraPayload metrics, RequestHandlerContext context) {
        this.metrics = metrics;
        this.context = context;
    }

    /** @throws IllegalArgumentException when one of the metrics is not there, or is of another type */
    PackageRequest require(String... names) {
        for (String name : names) {
            Class<?> type =
                    switch (name) {
                        case "job.id" -> Long.class;
                        case "dp.install.system.update" -> Boolean.class;
                        default -> String.class;
                    };
            if (!type.isInstance(metrics.getMetric(name))) {
                throw new IllegalArgumentException(
                        name + " must be a " + type.getSimpleName() + ", but is " + metrics.getMetric(name));
            }
        }
        if (metric("dp.install.system.update", Boolean.class, false)) {
            throw new IllegalArgumentException("dp.install.system.update: no scripts are run here");
        }
        connectMillis();
        force();
        install();
        hash();
        return this;
    }

    private <T> T metric(String name, Class<T> type, T byDefault) {
        Object value = metrics.getMetric(name);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException(name + " must be a " + type.getSimpleName() + ", but is " + value);
        }
        return value == null ? byDefault : type.cast(value);
    }

    String name() {
        return metric("dp.name", String.class, null);
    }

    String version() {
        return metric("dp.version", String.class, null);
    }

    Long jobId() {
        return metric("job.id", Long.class, null);
    }

    String uri() {
        return metric("dp.uri", String.class, null);
    }

    String protocol() {
        return metric("dp.download.protocol", String.class, null);
    }

    /** {@code algorithm:hexadecimal digits}, or null. */
    String hash() {
        return metric("dp.download.hash", String.class, null);
    }

    int connectMillis() {
        return metric("dp.download.timeout", Integer.class, CONNECT_MILLIS);
    }

    /** Whether a file that is there already is downloaded all the same. */
    boolean force() {
        return metric("dp.download.force", Boolean.class, false);
    }

    boolean install() {
        return metric("dp.install", Boolean.class, true);
    }

    /** Null when no hook is asked for. */
    String type() {
        return metric("request.type", String.class, null);
    }

    Map<String, Object> hookProperties() throws IOException {
        Properties read = new Properties();
        read.load(new StringReader(metric("hook.properties", String.class, "")));
        Map<String, Object> properties = new HashMap<>();
        read.forEach((name, value) -> properties.put(name.toString(), value));
        return properties;
    }

    /** @throws IOException when name or version lead out of the directory */
    Path file(Path directory) throws IOException {
        Path file = directory.resolve(name() + "_" + version() + ".dp").normalize();
        if (!file.startsWith(directory.normalize())) {
            throw new IOException(file + " is not below " + directory);
        }
        return file;
    }

    String requester() {
        return metric("requester.client.id", String.class, "");
    }

    RequestHandlerContext context() {
        return context;
    }
}

/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** ONNX Runtime in this JVM: its environment, or the reason why there is none. */
final class OrtRuntime {

    private static final Logger logger = LoggerFactory.getLogger(OrtRuntime.class);

    /** Of ONNX Runtime 1.29; ONNX's table of versions goes on by one with most releases. */
    private static final int MAX_OPSET = 26;

    private final OrtEnvironment environment;
    private final String failure;

    private OrtRuntime(OrtEnvironment environment, String failure) {
        this.environment = environment;
        this.failure = failure;
    }

    /** Loads the native library, once for the life of the JVM. Never throws: without it, models are refused. */
    static OrtRuntime start() {
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment("tohu");
            environment.setTelemetry(false);
            logger.info("ONNX Runtime {} is ready", environment.getVersion());
            return new OrtRuntime(environment, null);
        } catch (LinkageError | OrtException | IllegalStateException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            String failure = "ONNX Runtime could not be loaded (" + root.getMessage()
                    + "); it needs glibc 2.28 or later and, after its own bundle was replaced, a restart of the"
                    + " gateway";
            logger.error(failure, e);
            return new OrtRuntime(null, failure);
        }
    }

    boolean ready() {
        return environment != null;
    }

    OrtEnvironment environment() {
        return environment;
    }

    /** Highest version of ONNX's own operator set that is let through to ONNX Runtime. */
    int maxOpset() {
        return MAX_OPSET;
    }

    String version() {
        return environment == null ? "none" : environment.getVersion();
    }

    /** Opens a session, or says why the graph cannot run. */
    OrtSession open(byte[] model, SessionSettings settings) throws ModelRefusedException {
        if (environment == null) {
            throw new ModelRefusedException(failure);
        }
        try (SessionOptions options = settings.toOptions()) {
            return environment.createSession(model, options);
        } catch (OrtException e) {
            throw new ModelRefusedException("ONNX Runtime cannot run model.onnx: " + e.getMessage(), e);
        }
    }
}

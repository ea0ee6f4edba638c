/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.request.handler.jaxrs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of one request: when one fails the others are done all the same, and the answer names those that failed. */
public final class Parts {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    /** One part. */
    public interface Part {

        /** @throws Exception when it fails */
        void run() throws Exception;
    }

    private final Map<String, String> failures = new LinkedHashMap<>();

    /**
     * @param id names the part in the answer
     * @param part what to do
     */
    public void run(String id, Part part) {
        try {
            part.run();
        } catch (Exception e) {
            LOG.warn("Part {} of a request failed: {}", id, e.toString());
            failures.put(id, e.getMessage() == null ? "An internal error occurred" : e.getMessage());
        }
    }

    /** @throws RequestFailure when a part failed */
    public void requireAll() throws RequestFailure {
        if (!failures.isEmpty()) {
            throw RequestFailure.ofParts(failures);
        }
    }
}

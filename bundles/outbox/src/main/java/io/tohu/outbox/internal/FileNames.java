/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Makes names that users give into names of directories. */
final class FileNames {

    private FileNames() {}

    /** Different names give different directories, and none leads out of its parent. */
    static String of(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
        String plain = encoded.replace("*", "%2A");
        return plain.startsWith(".") ? "%2E" + plain.substring(1) : plain;
    }
}

/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.cloud;

/**
 * The parts of a topic that arrived.
 *
 * @param control whether it begins with the control prefix
 * @param account the account, or null where the topic ends before
 * @param client the gateway, or null
 * @param appId the application, or null
 * @param appTopic what follows, or null
 */
record KuraTopic(boolean control, String account, String client, String appId, String appTopic) {

    static KuraTopic parse(String topic, String controlPrefix) {
        boolean control = topic.startsWith(controlPrefix + "/");
        String[] parts = (control ? topic.substring(controlPrefix.length() + 1) : topic).split("/", 4);
        return new KuraTopic(control, part(parts, 0), part(parts, 1), part(parts, 2), part(parts, 3));
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index] : null;
    }
}

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

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code $name} in a topic with the message's property of that name.
 *
 * <p>As in Kura, a placeholder without property stays as it is, a value with {@code $} or a backslash is taken as a
 * reference to a group and fails, and a value with {@code /} adds a level to the topic.
 */
final class TopicPlaceholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$([^\\s/]+)");

    private TopicPlaceholders() {}

    static String fill(String topic, Map<String, Object> properties) {
        Matcher matcher = PLACEHOLDER.matcher(topic);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            if (properties.containsKey(matcher.group(1))) {
                matcher.appendReplacement(
                        filled, properties.get(matcher.group(1)).toString());
            }
        }
        return matcher.appendTail(filled).toString();
    }
}

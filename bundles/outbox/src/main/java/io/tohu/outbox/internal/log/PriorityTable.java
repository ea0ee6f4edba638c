/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.log;

import java.util.TreeMap;

/** Reads settings like {@code 5=10, 7=1000}: a number for a priority. */
final class PriorityTable {

    private PriorityTable() {}

    /**
     * @param what the numbers are, for the message
     * @param least and {@code most} bound the numbers
     * @throws IllegalArgumentException with a sentence that says which part is wrong
     */
    static TreeMap<Integer, Integer> parse(String text, String what, int least, int most) {
        TreeMap<Integer, Integer> table = new TreeMap<>();
        for (String part : text.split("[,\\s]+")) {
            if (part.isEmpty()) {
                continue;
            }
            try {
                int equals = part.indexOf('=');
                int priority = Integer.parseInt(part.substring(0, Math.max(0, equals)));
                int number = Integer.parseInt(part.substring(equals + 1));
                if (priority < 0 || number < least || number > most) {
                    throw new NumberFormatException("out of range");
                }
                table.put(priority, number);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "'" + part + "' is no " + what + "; write a priority, = and a number from " + least + " to "
                                + most,
                        e);
            }
        }
        return table;
    }
}

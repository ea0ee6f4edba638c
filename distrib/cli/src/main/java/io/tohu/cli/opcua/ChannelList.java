/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.opcua;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Variables as channels, in the CSV that Kura's asset page imports: RFC 4180, a header of field ids (those of the asset
 * without their plus), a line a channel. Fields that are left out take their defaults.
 */
record ChannelList(List<BrowsedNode> nodes, boolean listen) {

    private static final List<String> HEADER = List.of("name", "type", "value.type", "enabled", "listen", "node.id");

    private static final Map<String, String> KURA_TYPES = Map.ofEntries(
            Map.entry("Boolean", "BOOLEAN"),
            Map.entry("SByte", "INTEGER"),
            Map.entry("Byte", "INTEGER"),
            Map.entry("Int16", "INTEGER"),
            Map.entry("UInt16", "INTEGER"),
            Map.entry("Int32", "INTEGER"),
            Map.entry("UInt32", "LONG"),
            Map.entry("Int64", "LONG"),
            Map.entry("UInt64", "LONG"),
            Map.entry("DateTime", "LONG"),
            Map.entry("Float", "FLOAT"),
            Map.entry("Double", "DOUBLE"),
            Map.entry("String", "STRING"),
            Map.entry("LocalizedText", "STRING"),
            Map.entry("Guid", "STRING"),
            Map.entry("ByteString", "BYTE_ARRAY"));

    private static final Set<String> ARRAYS =
            Set.of("SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Float", "Double");

    /** Whether a node can be a channel: it has a value of a type that Kura has too, and may be read or written. */
    static boolean fits(BrowsedNode node) {
        return node.variable()
                && (node.readable() || node.writable())
                && (node.array() ? ARRAYS.contains(node.builtIn()) : KURA_TYPES.containsKey(node.builtIn()));
    }

    String csv() {
        StringBuilder csv = new StringBuilder(line(HEADER));
        List<String> names = names();
        for (int i = 0; i < nodes.size(); i++) {
            BrowsedNode node = nodes.get(i);
            csv.append(line(List.of(
                    names.get(i),
                    node.readable() ? node.writable() ? "READ_WRITE" : "READ" : "WRITE",
                    node.array() ? "BYTE_ARRAY" : KURA_TYPES.get(node.builtIn()),
                    "true",
                    Boolean.toString(listen && node.readable()),
                    node.id())));
        }
        return csv.toString();
    }

    /** The node's own name where no other has it, else its path; what Kura does not take in a name becomes {@code _}. */
    private List<String> names() {
        Map<String, Integer> shared = new HashMap<>();
        nodes.forEach(node -> shared.merge(permitted(node.name()), 1, Integer::sum));
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (BrowsedNode node : nodes) {
            String own = permitted(node.name());
            String name = shared.get(own) == 1 ? own : permitted(String.join(".", node.path()));
            String free = name;
            for (int i = 2; !taken.add(free); i++) {
                free = name + "_" + i;
            }
            names.add(free);
        }
        return names;
    }

    private static String permitted(String name) {
        String permitted = name.strip().replaceAll("[#/+,\\s\\p{Cntrl}]", "_");
        return permitted.isEmpty() ? "_" : permitted;
    }

    private static String line(List<String> fields) {
        return fields.stream().map(ChannelList::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String quoted(String field) {
        return field.matches("[^\",\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}

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

import java.util.List;

/**
 * A node as a person sees it.
 *
 * @param path browse names from below the start to this node
 * @param id as a channel's node id is written
 * @param variable whether it has a value
 * @param type name of its data type, empty for what has no value
 * @param builtIn the built-in type that values of it are encoded as, empty where that is not known
 * @param array whether its value is a list
 */
record BrowsedNode(
        List<String> path,
        String id,
        boolean variable,
        String type,
        String builtIn,
        boolean array,
        boolean readable,
        boolean writable) {

    String name() {
        return path.get(path.size() - 1);
    }

    /** Indented by depth. */
    String line() {
        String tree = "  ".repeat(path.size() - 1) + name();
        if (!variable) {
            return tree + "  " + id;
        }
        return tree + "  " + id + "  " + type + (array ? "[]" : "") + "  " + access();
    }

    private String access() {
        if (readable) {
            return writable ? "read, write" : "read";
        }
        return writable ? "write" : "no access";
    }
}

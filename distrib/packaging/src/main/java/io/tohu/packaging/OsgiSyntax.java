/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.packaging;

import java.util.regex.Pattern;

/** The syntax of names and versions in OSGi headers (OSGi Core 7, section 1.3.2 and 3.2.5). */
final class OsgiSyntax {

    private static final Pattern SYMBOLIC_NAME = Pattern.compile("[\\w-]+(\\.[\\w-]+)*");
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}(\\.\\d{1,9}(\\.\\d{1,9}(\\.[\\w-]+)?)?)?");

    private OsgiSyntax() {}

    static String symbolicName(String name, String whose) {
        return check(SYMBOLIC_NAME, name, "symbolic name", whose);
    }

    static String version(String version, String whose) {
        return check(VERSION, version, "version", whose);
    }

    private static String check(Pattern syntax, String text, String what, String whose) {
        if (text == null || text.isEmpty()) {
            throw new PackagingException(whose + " has no " + what);
        }
        if (!syntax.matcher(text).matches()) {
            throw new PackagingException(whose + " has the " + what + " '" + text + "', which OSGi does not allow");
        }
        return text;
    }
}

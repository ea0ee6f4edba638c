/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.api;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A type of this module, written in the lines of Kura's list. */
record DeclaredType(Class<?> type) {

    /** The type and its members that other bundles can see. */
    Set<String> lines() throws IllegalAccessException {
        Set<String> lines = new TreeSet<>();
        lines.add(typeLine());
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field.getModifiers(), field.isSynthetic())) {
                lines.add(fieldLine(field));
            }
        }
        Stream.of(type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .map(Executable.class::cast)
                .filter(e -> isVisible(e.getModifiers(), e.isSynthetic()))
                .map(this::methodLine)
                .forEach(lines::add);
        return lines;
    }

    /** PROVIDER, CONSUMER, or null where the type has no role. */
    String role() throws IOException {
        String name = type.getName();
        try (InputStream in =
                type.getResourceAsStream(name.substring(type.getPackageName().length() + 1) + ".class")) {
            // The annotations are not kept at run time: their names are only in the class file's constants.
            String constants = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            for (String role : new String[] {"Provider", "Consumer"}) {
                if (constants.contains("Lorg/osgi/annotation/versioning/" + role + "Type;")) {
                    return role.toUpperCase(Locale.ROOT);
                }
            }
            return null;
        }
    }

    private String typeLine() {
        int shown = Modifier.PUBLIC | Modifier.FINAL | (type.isInterface() ? 0 : Modifier.ABSTRACT);
        String line = type.getName() + "  TYPE " + Modifier.toString(type.getModifiers() & shown)
                + (type.isInterface() ? " interface" : " class");
        String interfaces =
                Arrays.stream(type.getInterfaces()).map(Class::getName).collect(Collectors.joining(","));
        if (type.isInterface()) {
            return interfaces.isEmpty() ? line : line + " extends " + interfaces;
        }
        if (type.getSuperclass() != Object.class) {
            line += " extends " + type.getSuperclass().getName();
        }
        return interfaces.isEmpty() ? line : line + " implements " + interfaces;
    }

    private String fieldLine(Field field) throws IllegalAccessException {
        String line = type.getName() + "  FIELD " + field.getName() + ":"
                + field.getType().descriptorString() + "  [" + Modifier.toString(field.getModifiers()) + "]";
        boolean constant = Modifier.isStatic(field.getModifiers())
                && (field.getType().isPrimitive() || field.getType() == String.class);
        if (!constant) {
            return line;
        }
        field.setAccessible(true);
        Object value = field.get(null);
        return line + " = " + (value instanceof String ? "\"" + value + "\"" : value);
    }

    private String methodLine(Executable e) {
        Class<?> result = e instanceof Method m ? m.getReturnType() : void.class;
        String modifiers = Modifier.toString(e.getModifiers() & ~(Modifier.TRANSIENT | Modifier.SYNCHRONIZED));
        if (e instanceof Method m && m.isDefault()) {
            modifiers += " default";
        }
        String line = type.getName() + "  METHOD " + (e instanceof Constructor ? "<init>" : e.getName())
                + MethodType.methodType(result, e.getParameterTypes()).descriptorString() + "  [" + modifiers + "]";
        String thrown = Arrays.stream(e.getExceptionTypes()).map(Class::getName).collect(Collectors.joining(","));
        return ApiLines.comparable(thrown.isEmpty() ? line : line + " throws " + thrown);
    }

    private boolean isVisible(int modifiers, boolean synthetic) {
        return !synthetic && (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers));
    }
}

/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.value;

import io.tohu.opcua.internal.link.StatusText;
import java.lang.reflect.Array;
import java.util.Base64;
import java.util.StringJoiner;
import java.util.UUID;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.XmlElement;

/**
 * Values as text: numbers as Java writes them, times as ISO 8601 in UTC, names and node ids in their parseable form,
 * ByteString as base64, the plain text of a LocalizedText, status codes by name, arrays as {@code [a, b]}.
 */
final class ValueText {

    private ValueText() {}

    /**
     * @throws ConversionException for structures and other values that have no text form
     */
    static String of(Object value) throws ConversionException {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        } else if (value instanceof DateTime time) {
            return time.toIso8601String();
        } else if (value instanceof LocalizedText text) {
            return orEmpty(text.text());
        } else if (value instanceof QualifiedName name) {
            return name.toParseableString();
        } else if (value instanceof NodeId node) {
            return node.toParseableString();
        } else if (value instanceof ExpandedNodeId node) {
            return node.toParseableString();
        } else if (value instanceof UUID) {
            return value.toString();
        } else if (value instanceof StatusCode status) {
            return StatusText.name(status);
        } else if (value instanceof XmlElement xml) {
            return xml.getFragmentOrEmpty();
        } else if (value instanceof ByteString bytes) {
            return Base64.getEncoder().encodeToString(bytes.bytesOrEmpty());
        } else if (value instanceof Variant variant) {
            return variant.isNull() ? "" : of(variant.value());
        } else if (value.getClass().isArray()) {
            return ofArray(value);
        }
        throw new ConversionException("a value of type " + ValueReader.typeOf(value) + " has no text form");
    }

    private static String ofArray(Object array) throws ConversionException {
        StringJoiner text = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < Array.getLength(array); i++) {
            Object element = Array.get(array, i);
            text.add(element == null ? "" : of(element));
        }
        return text.toString();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}

/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.opcua;

import io.tohu.plant.serve.Frame;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/** Cells of a frame as OPC UA sees them. */
final class Values {

    private Values() {}

    /** The sample's time is the source time; a cell without a value is bad for want of data. */
    static DataValue of(Frame.Cell cell) {
        DateTime source = new DateTime(cell.time());
        if (cell.value() == null) {
            return new DataValue(Variant.NULL_VALUE, new StatusCode(StatusCodes.Bad_NoData), source, DateTime.now());
        }
        return new DataValue(Variant.of(cell.value()), StatusCode.GOOD, source, DateTime.now());
    }

    /** Bytes that the value itself takes in OPC UA's binary encoding. */
    static long size(DataValue value) {
        Object content = value.value().value();
        if (content instanceof float[] floats) {
            return 4L * floats.length;
        }
        if (content instanceof Float[] floats) {
            return 4L * floats.length;
        }
        if (content instanceof Double) {
            return 8;
        }
        if (content instanceof Integer) {
            return 4;
        }
        return content == null ? 0 : 1;
    }
}

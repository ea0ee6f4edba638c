/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.channel;

import io.tohu.modbus.internal.point.Point;
import io.tohu.modbus.internal.point.PointParser;
import io.tohu.modbus.internal.point.ValueException;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;

/** Something that wants the value of one channel. */
public interface Target {

    /** @throws ValueException when the channel's settings are wrong */
    Point point(PointParser parser) throws ValueException;

    DataType valueType();

    /** @param time when the reply came, milliseconds since the epoch */
    void value(TypedValue<?> value, long time);

    /** @param failure its message says what, where and what to do */
    void failed(Exception failure, long time);
}
